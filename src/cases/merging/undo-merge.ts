import { conversationForCase } from "#conversations"
import { type Actor, seesInbox } from "#people"
import { Conflict, isId, NotFound, type Tx } from "#platform"
import { mayChange } from "../access-case.ts"
import { changeStatus, standardStatus } from "../change-status.ts"
import { recordOf } from "../record.ts"
import { refreshCase } from "../refresh-case.ts"
import { type CaseRow, type MergeAdded, room } from "../tables.ts"
import { undoStatus } from "../undo-status.ts"
import { moveConversation } from "./move-conversation.ts"

/**
 * Takes a merge back: both cases are as they were, to the row, but for what happened in them since, which stays with the conversation in
 * which it happened.
 * @throws Conflict when it was undone already, or the kept case has itself been merged into another
 */
export async function undoMerge(actor: Actor, tx: Tx, mergeId: string): Promise<CaseRow> {
  const merge = isId(mergeId)
    ? await room(tx).selectFrom("case_merges").selectAll().where("id", "=", mergeId).executeTakeFirst()
    : undefined
  if (!merge) throw new NotFound("cases.merge.notFound")
  const moved: string[] = []
  for (const id of merge.conversation_ids.toSorted())
    if ((await conversationForCase(tx, id, true))?.caseId === merge.kept_id) moved.push(id)
  const held = new Map<string, CaseRow>()
  for (const id of [merge.kept_id, merge.merged_id].toSorted()) held.set(id, await rowOf(tx, id))
  const [kept, merged] = [held.get(merge.kept_id)!, held.get(merge.merged_id)!]
  if (!seesInbox(actor, kept.inbox_ids)) throw new NotFound("cases.merge.notFound")
  mayChange(actor)
  const claimed = await room(tx)
    .updateTable("case_merges")
    .set({ undone_by: actor.ref, undone_at: tx.now })
    .where("id", "=", merge.id)
    .where("undone_at", "is", null)
    .returning("id")
    .executeTakeFirst()
  if (!claimed) throw new Conflict("cases.merge.undone")
  if (kept.merged_into) throw new Conflict("cases.merge.later")
  await room(tx).updateTable("cases").set({ merged_into: null }).where("id", "=", merged.id).execute()
  for (const id of moved) await moveConversation(tx, id, merged.id)
  await takeFrom(actor, tx, kept, merge.before)
  const fresh = await refreshCase(tx, kept.id)
  const back = await refreshCase(tx, merged.id)
  await openIfHeard(actor, tx, back, merge.at)
  await recordOf(
    tx,
    actor.ref,
    "case.unmerged",
    { ...fresh, inbox_ids: [...new Set([...fresh.inbox_ids, ...back.inbox_ids])] },
    { merge: merge.id, merged: merged.id, conversations: moved },
  )
  return fresh
}

async function takeFrom(actor: Actor, tx: Tx, kept: CaseRow, added: MergeAdded): Promise<void> {
  const tags = kept.tags.filter((tag) => !added.tags.includes(tag))
  const followers = kept.followers.filter((id) => !added.followers.includes(id))
  await room(tx).updateTable("cases").set({ tags, followers }).where("id", "=", kept.id).execute()
  if (!added.statusChange || !(await undoStatus(tx, kept, added.statusChange, actor.ref)) || !added.snooze) return
  const { until, at, ...rest } = added.snooze
  await room(tx)
    .insertInto("snoozes")
    .values({ ...rest, case_id: kept.id, until: new Date(until), at: new Date(at) })
    .execute()
}

/** The customer wrote in it while it was part of the other. */
async function openIfHeard(actor: Actor, tx: Tx, row: CaseRow, since: Date): Promise<void> {
  if (!row.waiting_since || row.waiting_since <= since || row.category === "new" || row.category === "open" || row.category === "spam")
    return
  await changeStatus(tx, row, await standardStatus(tx, "open"), { by: actor.ref, kind: "case.reopened" })
  await refreshCase(tx, row.id)
}

function rowOf(tx: Tx, id: string): Promise<CaseRow> {
  return room(tx).selectFrom("cases").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirstOrThrow()
}
