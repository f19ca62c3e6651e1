import { sql } from "kysely"
import type { Tx } from "#platform"
import type { Incoming } from "./channel.ts"
import { room } from "./tables.ts"

/** The same arrival, or the same message by another way. Holds the message's key, so that two deliveries at once become one message. */
export async function knownAlready(tx: Tx, incoming: Incoming): Promise<{ id: string; conversationId: string } | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${incoming.contentKey ?? incoming.sourceKey}, 4600))`.execute(tx.sql)
  const tables = room(tx)
  const delivered = await tables
    .selectFrom("deliveries as d")
    .innerJoin("messages as m", "m.id", "d.message_id")
    .select(["m.id", "m.conversation_id"])
    .where(
      "d.source_key",
      "in",
      incoming.inboxIds.map((id) => deliveryKey(incoming, id)),
    )
    .executeTakeFirst()
  if (delivered) return { id: delivered.id, conversationId: delivered.conversation_id }
  if (!incoming.contentKey) return null
  const same = await tables
    .selectFrom("messages")
    .select(["id", "conversation_id"])
    .where("content_key", "=", incoming.contentKey)
    .executeTakeFirst()
  return same ? { id: same.id, conversationId: same.conversation_id } : null
}

/** What is the same when one delivery comes twice. */
export function deliveryKey(incoming: Incoming, inboxId: string): string {
  return `${incoming.sourceKey}#${inboxId}`
}
