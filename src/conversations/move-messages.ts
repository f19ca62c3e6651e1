import { sql } from "kysely"
import { newId, type Tx } from "#platform"
import type { Conversation } from "./access.ts"
import { room } from "./tables.ts"

/** A new conversation that continues an old one from a message on: what came after moves too. Gives its id and what moved. */
export async function splitConversation(tx: Tx, from: Conversation, messageIds: readonly string[], subject: string): Promise<string> {
  const id = newId(tx.now)
  await room(tx)
    .insertInto("conversations")
    .values({ id, channel: from.channel, inbox_ids: from.inbox_ids, subject, case_id: null, created_at: tx.now, last_message_at: tx.now })
    .execute()
  await sql`
    insert into participants (conversation_id, address, contact_id, because, since)
    select ${id}, address, contact_id, because, since from participants where conversation_id = ${from.id}`.execute(tx.sql)
  await moveMessages(tx, messageIds, id)
  return id
}

/** Moves messages and notes to another conversation. */
export async function moveMessages(tx: Tx, ids: readonly string[], toConversation: string): Promise<void> {
  await sql`update messages set conversation_id = ${toConversation} where id = any(${[...ids]}::uuid[])`.execute(tx.sql)
  await sql`update notes set conversation_id = ${toConversation} where id = any(${[...ids]}::uuid[])`.execute(tx.sql)
}

/** Ids of the messages and notes of a conversation from one of them on. */
export async function idsFrom(tx: Tx, conversationId: string, messageId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with start as (
      select received_at as at from messages where id = ${messageId} and conversation_id = ${conversationId}
      union all select at from notes where id = ${messageId} and conversation_id = ${conversationId})
    select id from messages, start where conversation_id = ${conversationId} and received_at >= start.at
    union all select id from notes, start where conversation_id = ${conversationId} and notes.at >= start.at`.execute(tx.sql)
  return found.rows.map((row) => row.id)
}
