import { sql } from "kysely"
import { type ConversationForCase, fileAllUnder } from "#conversations"
import { fitJson, insertTogether, newId, rowsFor, type Tx } from "#platform"
import { deadlinesOf } from "./deadlines/deadlines.ts"
import { holdRules } from "./deadlines/find-rule.ts"
import { allRules, ruleFor, type Scoped } from "./deadlines/recalculate.ts"
import { HELD } from "./history/columns.ts"
import { factOf } from "./record.ts"
import type { CaseRow } from "./tables.ts"

export interface Opening {
  conversation: ConversationForCase
  subject: string
  contactId: string | null
  /** The beginning of what was said, and by which side. */
  words: string
  direction: "in" | "out"
  /** The customer wrote it themselves, and so waits from that moment. */
  waits: boolean
  at: Date
  messageId: string
  /** Who has it from the start; null: nobody yet. */
  ownerId: string | null
  by: string
}

/**
 * Opens a case for a conversation that has none: new when the customer wrote, open when we did. The caller holds the conversation's row,
 * so that two messages of it filed at once meet one case.
 */
export async function openCase(tx: Tx, opening: Opening): Promise<CaseRow> {
  const [row] = await openCases(tx, [opening])
  return row!
}

/** The same for several conversations, in their order. */
export async function openCases(tx: Tx, openings: readonly Opening[]): Promise<CaseRow[]> {
  if (openings.length === 0) return []
  await holdRules(tx)
  const rules = await allRules(tx)
  const beginnings = openings.map((opening) => ({ ...opening, id: newId(tx.now) }))
  const rows = new Map((await insertCases(tx, beginnings, rules)).map((row) => [row.id, row]))
  const opened = beginnings.map((opening) => ({ opening, row: rows.get(opening.id)! }))
  await writeBeginnings(tx, opened)
  await fileAllUnder(tx, new Map(opened.map(({ opening, row }) => [opening.conversation.id, row.id])))
  await tx.record(
    ...opened.map(({ opening: { by, waits, conversation, messageId }, row }) => {
      const data = { number: row.number, category: row.category, waits, owner: row.owner_id, team: row.team_id }
      return factOf(by, "case.opened", row, data, { conversation: conversation.id, message: messageId })
    }),
  )
  return opened.map(({ row }) => row)
}

async function insertCases(tx: Tx, openings: readonly (Opening & { id: string })[], rules: readonly Scoped[]): Promise<CaseRow[]> {
  const given = openings.map((opening) => {
    const category = opening.direction === "in" ? ("new" as const) : ("open" as const)
    const waitingSince = opening.waits ? opening.at : null
    const clocks = { category, createdAt: opening.at, firstWordsAt: waitingSince, firstAnsweredAt: null, waitingSince, pauses: [] }
    const { inboxIds, teamId } = opening.conversation
    return {
      id: opening.id,
      subject: opening.subject,
      category,
      owner_id: opening.ownerId,
      team_id: teamId,
      contact_id: opening.contactId,
      inbox_ids: inboxIds,
      waiting_since: waitingSince,
      last_words: opening.words,
      last_direction: opening.direction,
      last_at: opening.at,
      ...deadlinesOf(clocks, ruleFor(rules, { inbox_id: inboxIds[0]!, priority: "normal" })),
      created_at: opening.at,
    }
  })
  const written = await sql<CaseRow>`
    insert into cases (id, subject, status_id, category, owner_id, team_id, contact_id, inbox_ids, waiting_since, last_words, last_direction,
      last_at, first_answer_due, next_answer_due, resolution_due, next_due, created_at)
    select id, subject, (select s.id from statuses s where s.category = given.category and s.standard), category, owner_id, team_id, contact_id,
      inbox_ids, waiting_since, last_words, last_direction, last_at, first_answer_due, next_answer_due, resolution_due, next_due, created_at
    from json_to_recordset(${fitJson(given)}::json) as given (id uuid, subject text, category text, owner_id uuid, team_id uuid, contact_id uuid,
      inbox_ids uuid[], waiting_since timestamptz, last_words text, last_direction text, last_at timestamptz, first_answer_due timestamptz,
      next_answer_due timestamptz, resolution_due timestamptz, next_due timestamptz, created_at timestamptz)
    returning *`.execute(tx.sql)
  return written.rows
}

/** The rows that every case begins with, in one statement. */
async function writeBeginnings(tx: Tx, opened: readonly { opening: Opening; row: CaseRow }[]): Promise<void> {
  const changes = opened.map(({ opening: { by }, row }) => ({
    id: newId(tx.now),
    case_id: row.id,
    from_status: null,
    to_status: row.status_id,
    category: row.category,
    by_actor: by,
    at: tx.now,
    message_id: null,
  }))
  const assignments = opened
    .filter(({ row }) => row.owner_id !== null || row.team_id !== null)
    .map(({ opening: { by }, row }) => ({
      id: newId(tx.now),
      case_id: row.id,
      owner_id: row.owner_id,
      team_id: row.team_id,
      by_actor: by,
      at: tx.now,
    }))
  const silences = opened
    .filter(({ opening }) => opening.waits)
    .map(({ opening: { conversation }, row }) => ({
      conversation_id: conversation.id,
      case_id: row.id,
      began_at: row.last_at,
      ended_at: null,
      ended_by: null,
    }))
  const conversations = opened.map(({ opening: { conversation, waits }, row }) => ({
    conversation_id: conversation.id,
    case_id: row.id,
    inbox_ids: row.inbox_ids,
    last_words: row.last_words,
    last_direction: row.last_direction,
    last_at: row.last_at,
    heard_at: waits ? row.last_at : null,
    noted_at: null,
    first_answered_at: null,
  }))
  await insertTogether(tx, [
    rowsFor("status_changes", HELD.status_changes, changes),
    rowsFor("assignments", HELD.assignments, assignments),
    rowsFor("silences", HELD.silences, silences),
    rowsFor("case_conversations", HELD.case_conversations, conversations),
  ])
}
