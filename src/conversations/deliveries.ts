import { sql } from "kysely"
import { type Insertion, newId, rowsFor, type Tx } from "#platform"
import type { Incoming } from "./channel.ts"
import { DELIVERY } from "./columns.ts"
import { deliveryKey } from "./known-already.ts"
import { room } from "./tables.ts"

interface Delivered {
  messageId: string
  incoming: Incoming
}

/** What is to be written of how messages came: one row for each inbox. One that is there already stays. */
export function deliveriesOf(tx: Tx, delivered: readonly Delivered[]): Insertion {
  const rows = delivered.flatMap(({ messageId, incoming }) =>
    incoming.inboxIds.map((inbox_id) => ({
      id: newId(tx.now),
      message_id: messageId,
      inbox_id,
      source_key: deliveryKey(incoming, inbox_id),
      original: incoming.original,
      envelope: { via: incoming.via, ...incoming.envelope },
      at: incoming.receivedAt,
    })),
  )
  return rowsFor("deliveries", DELIVERY, rows, { otherwise: sql`on conflict do nothing` })
}

/** Records one more delivery of a message; gives how many inboxes are new. */
export async function recordDelivery(tx: Tx, incoming: Incoming, messageId: string): Promise<number> {
  const done = await deliveriesOf(tx, [{ incoming, messageId }]).statement.execute(tx.sql)
  return Number(done.numAffectedRows ?? 0)
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
