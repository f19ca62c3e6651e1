import { sql } from "kysely"
import { newId, type Tx } from "#platform"
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

/** One row for each inbox it came to; gives how many are new. */
export async function recordDelivery(tx: Tx, incoming: Incoming, messageId: string): Promise<number> {
  const rows = incoming.inboxIds.map((inbox_id) => ({
    id: newId(tx.now),
    message_id: messageId,
    inbox_id,
    source_key: deliveryKey(incoming, inbox_id),
    original: incoming.original,
    envelope: JSON.stringify({ via: incoming.via, ...incoming.envelope }),
    at: incoming.receivedAt,
  }))
  const done = await room(tx)
    .insertInto("deliveries")
    .values(rows)
    .onConflict((oc) => oc.doNothing())
    .returning("id")
    .execute()
  return done.length
}

function deliveryKey(incoming: Incoming, inboxId: string): string {
  return `${incoming.sourceKey}#${inboxId}`
}

/** The agents of every inbox it came to may see the conversation. */
export async function widenInboxes(tx: Tx, conversationId: string, incoming: Incoming): Promise<string[]> {
  const tables = room(tx)
  const { inbox_ids } = await tables
    .selectFrom("conversations")
    .select("inbox_ids")
    .where("id", "=", conversationId)
    .executeTakeFirstOrThrow()
  const all = [...new Set([...inbox_ids, ...incoming.inboxIds])]
  if (all.length > inbox_ids.length)
    await tables.updateTable("conversations").set({ inbox_ids: all }).where("id", "=", conversationId).execute()
  return all
}
