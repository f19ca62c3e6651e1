import type { Actor } from "#people"
import type { Tx } from "#platform"
import { readDelivery } from "./read-delivery.ts"
import { holdToSend, recordOf, sendAgain } from "./send-again.ts"
import { room } from "./tables.ts"

/** Sends a delivery once more, with the same id and bytes, whatever became of it; one on its way goes on. @throws NotFound; Conflict while the webhook is disabled */
export async function replay(actor: Actor, tx: Tx, webhookId: string, deliveryId: string): Promise<void> {
  const webhook = await holdToSend(actor, tx, webhookId)
  const { delivery } = await readDelivery(actor, tx, webhookId, deliveryId)
  const done = await sendAgain(tx, webhook, [delivery.id])
  if (done > 0) await recordOf(actor, tx, webhook, done)
}

/** Sends everything once more that failed or was given up since a moment. Gives how many. */
export async function replaySince(actor: Actor, tx: Tx, webhookId: string, since: Date): Promise<number> {
  const webhook = await holdToSend(actor, tx, webhookId)
  const rows = await room(tx)
    .selectFrom("webhook_deliveries")
    .select("id")
    .where("webhook_id", "=", webhookId)
    .where("created_at", ">=", since)
    .where("state", "in", ["failed", "cancelled", "retry"])
    .orderBy("id")
    .execute()
  const done = await sendAgain(
    tx,
    webhook,
    rows.map(({ id }) => id),
  )
  await recordOf(actor, tx, webhook, done)
  return done
}
