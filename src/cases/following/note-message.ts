import { sql } from "kysely"
import type { ConversationForCase } from "#conversations"
import type { Tx } from "#platform"
import { moveConversation } from "../merging/move-conversation.ts"
import { type CaseRow, room } from "../tables.ts"

/**
 * The row of the case that a conversation is filed in, held. The caller holds the conversation, so the case isn't merged away meanwhile; one
 * that was given up before (an undone split) leads to the one that stands, and the conversation follows.
 */
export async function rowToChange(tx: Tx, conversation: Pick<ConversationForCase, "id">, caseId: string): Promise<CaseRow> {
  const row = await room(tx).selectFrom("cases").selectAll().where("id", "=", caseId).forNoKeyUpdate().executeTakeFirstOrThrow()
  if (!row.merged_into) return row
  await moveConversation(tx, conversation.id, row.merged_into)
  return rowToChange(tx, conversation, row.merged_into)
}

interface Noted {
  direction: "in" | "out"
  words: string
  at: Date
  heardAt: Date | null
  answeredAt: Date | null
}

/** Keeps what was last said in a conversation of the case. A message that reaches us late doesn't displace a later one. */
export async function noteMessage(tx: Tx, caseId: string, conversation: ConversationForCase, noted: Noted): Promise<void> {
  const { direction, words, at, heardAt, answeredAt } = noted
  await sql`
    insert into case_conversations as c (conversation_id, case_id, inbox_ids, last_words, last_direction, last_at, heard_at, first_answered_at)
    values (${conversation.id}, ${caseId}, ${conversation.inboxIds}::uuid[], ${words}, ${direction}, ${at}, ${heardAt}, ${answeredAt})
    on conflict (conversation_id) do update set
      inbox_ids = excluded.inbox_ids,
      last_words = case when excluded.last_at >= c.last_at then excluded.last_words else c.last_words end,
      last_direction = case when excluded.last_at >= c.last_at then excluded.last_direction else c.last_direction end,
      last_at = greatest(c.last_at, excluded.last_at),
      heard_at = greatest(c.heard_at, excluded.heard_at),
      first_answered_at = least(c.first_answered_at, excluded.first_answered_at)`.execute(tx.sql)
}
