import { newId, type Tx } from "#platform"
import type { Incoming } from "./channel.ts"
import { deliveryKey } from "./known-already.ts"
import { room } from "./tables.ts"

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
