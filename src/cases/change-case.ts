import type { Actor } from "#people"
import type { Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import { type Assignment, assignHeld } from "./assign.ts"
import { type GivenDeadlines, setDeadlines } from "./deadlines/by-hand.ts"
import { checkFields, type GivenFields } from "./fields/check-fields.ts"
import { recordOf } from "./record.ts"
import { refreshCase } from "./refresh-case.ts"
import { indexCase } from "./search/index-entry.ts"
import { type CaseRow, type Priority, room } from "./tables.ts"
import { rememberTags, tagCode, type TagChange, tagsOf } from "./tags.ts"

export interface CaseChange extends Assignment {
  subject?: string | undefined
  priority?: Priority | undefined
  /** All tags it shall have; or which it gets and loses, whatever others it has. */
  tags?: readonly string[] | TagChange | undefined
  /** Those given change; null takes a value away. */
  fields?: GivenFields | undefined
  /** Those given are moved, taken away (null) or set by the rules again. */
  deadlines?: GivenDeadlines | undefined
}

/** Changes what is written on a case. All of it or, when something can't be, nothing. @throws Invalid with each field's problem */
export async function changeCase(actor: Actor, tx: Tx, caseId: string, change: CaseChange): Promise<CaseRow> {
  const row = await holdCase(actor, tx, caseId)
  const tags = change.tags ? tagsOf(row.tags, change.tags) : row.tags
  const fields = change.fields ? await checkFields(tx, row.fields, change.fields) : row.fields
  const due_by_hand = change.deadlines ? await setDeadlines(actor, tx, row, change.deadlines) : row.due_by_hand
  const next = { subject: change.subject?.trim() ?? row.subject, priority: change.priority ?? row.priority, tags, fields, due_by_hand }
  await assignHeld(actor, tx, row, change)
  const what = (["subject", "priority", "tags", "fields", "due_by_hand"] as const).filter(
    (name) => JSON.stringify(next[name]) !== JSON.stringify(row[name]),
  )
  if (what.length) {
    await room(tx)
      .updateTable("cases")
      .set({ ...next, fields: JSON.stringify(fields), due_by_hand: JSON.stringify(due_by_hand) })
      .where("id", "=", row.id)
      .execute()
    if (what.includes("tags")) await rememberTags(tx, tags)
    if (what.includes("subject")) await indexCase(tx, { id: row.id, subject: next.subject, at: tx.now })
    await recordOf(tx, actor.ref, "case.changed", row, {
      what: what.map((name) => (name === "due_by_hand" ? "deadlines" : name)),
      priority: next.priority,
      priorityBefore: row.priority,
      tagsAdded: tags.filter((tag) => !row.tags.includes(tag)).map(tagCode),
    })
  }
  return refreshCase(tx, row.id)
}
