import { sql } from "kysely"
import { type ConversationForCase, fileUnder } from "#conversations"
import { newId, type Tx } from "#platform"
import { deadlinesOf } from "./deadlines/deadlines.ts"
import { findRule, holdRules } from "./deadlines/find-rule.ts"
import { recordOf } from "./record.ts"
import { type CaseRow, room } from "./tables.ts"

export interface Opening {
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
export async function openCase(tx: Tx, conversation: ConversationForCase, opening: Opening): Promise<CaseRow> {
  await holdRules(tx)
  const rule = await findRule(tx, conversation.inboxIds[0]!, "normal")
  const category = opening.direction === "in" ? ("new" as const) : ("open" as const)
  const waitingSince = opening.waits ? opening.at : null
  const clocks = { category, createdAt: opening.at, firstWordsAt: waitingSince, firstAnsweredAt: null, waitingSince, pauses: [] }
  const row = await room(tx)
    .insertInto("cases")
    .values({
      id: newId(tx.now),
      subject: opening.subject,
      status_id: sql<string>`(select id from statuses where category = ${category} and standard)`,
      category,
      owner_id: opening.ownerId,
      team_id: conversation.teamId,
      contact_id: opening.contactId,
      inbox_ids: conversation.inboxIds,
      waiting_since: waitingSince,
      last_words: opening.words,
      last_direction: opening.direction,
      last_at: opening.at,
      contradiction: null,
      first_answered_at: null,
      ...deadlinesOf(clocks, rule),
      paused_since: null,
      merged_into: null,
      created_at: opening.at,
      resolved_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await writeBeginnings(tx, row, conversation.id, opening)
  await fileUnder(tx, conversation.id, row.id)
  const about = { conversation: conversation.id, message: opening.messageId }
  await recordOf(
    tx,
    opening.by,
    "case.opened",
    row,
    { number: row.number, category, waits: opening.waits, owner: row.owner_id, team: row.team_id },
    about,
  )
  return row
}

/** The rows that every case begins with, in one statement. */
async function writeBeginnings(tx: Tx, row: CaseRow, conversationId: string, { by, waits }: Opening): Promise<void> {
  await sql`
    with status as (
      insert into status_changes (id, case_id, from_status, to_status, category, by_actor, at)
      values (${newId(tx.now)}, ${row.id}, null, ${row.status_id}, ${row.category}, ${by}, ${tx.now})
    ), assignment as (
      insert into assignments (id, case_id, owner_id, team_id, by_actor, at)
      select ${newId(tx.now)}::uuid, ${row.id}::uuid, ${row.owner_id}::uuid, ${row.team_id}::uuid, ${by}, ${tx.now}
       where ${row.owner_id !== null || row.team_id !== null}
    ), silence as (
      insert into silences (conversation_id, case_id, began_at) select ${conversationId}::uuid, ${row.id}::uuid, ${row.last_at} where ${waits}
    )
    insert into case_conversations (conversation_id, case_id, inbox_ids, last_words, last_direction, last_at, heard_at)
    values (${conversationId}, ${row.id}, ${row.inbox_ids}::uuid[], ${row.last_words}, ${row.last_direction}, ${row.last_at}, ${waits ? row.last_at : null})`.execute(
    tx.sql,
  )
}
