import { sql } from "kysely"
import type { Tx } from "#platform"
import type { Incoming } from "./channel.ts"

/** The same arrival, or the same message by another way. Holds the message's key, so that two deliveries at once become one message. */
export async function knownAlready(tx: Tx, incoming: Incoming): Promise<{ id: string; conversationId: string } | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${incoming.contentKey ?? incoming.sourceKey}, 4600))`.execute(tx.sql)
  const keys = incoming.inboxIds.map((id) => deliveryKey(incoming, id))
  const found = await sql<{ id: string; conversationId: string }>`
    select id, conversation_id as "conversationId" from (
      select m.id, m.conversation_id, 1 as rank from deliveries d join messages m on m.id = d.message_id where d.source_key = any(${keys})
      union all
      select id, conversation_id, 2 from messages where content_key = ${incoming.contentKey}
    ) as known order by rank limit 1`.execute(tx.sql)
  return found.rows[0] ?? null
}

/** What is the same when one delivery comes twice. */
export function deliveryKey(incoming: Incoming, inboxId: string): string {
  return `${incoming.sourceKey}#${inboxId}`
}
