import { type Actor, requireRole } from "#people"
import { Conflict, isId, newId, NotFound, type Tx } from "#platform"
import { holdWebhook } from "./access.ts"
import { TEST_EVENT } from "./events.ts"
import { queueDelivery } from "./queue-delivery.ts"
import { room, type Webhook } from "./tables.ts"

/** Sends a delivery once more, with the same id and bytes, whatever became of it. @throws NotFound; Conflict while the webhook is disabled */
export async function replay(actor: Actor, tx: Tx, webhookId: string, deliveryId: string): Promise<void> {
  const webhook = await holdToSend(actor, tx, webhookId)
  const done = isId(deliveryId) ? await sendAgain(tx, webhook, [deliveryId]) : 0
  if (done === 0) throw new NotFound("webhooks.delivery.notFound")
  await recordOf(actor, tx, webhook, done)
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

/** Sends a word to see whether it arrives. Gives the delivery's id. */
export async function sendTest(actor: Actor, tx: Tx, webhookId: string): Promise<string> {
  const webhook = await holdToSend(actor, tx, webhookId)
  const id = await queueDelivery(tx, webhook.id, {
    event: TEST_EVENT,
    at: tx.now,
    seq: null,
    caseId: null,
    data: { test: newId(tx.now), webhook: { id: webhook.id, name: webhook.name } },
  })
  await recordOf(actor, tx, webhook, 1)
  return id!
}

async function holdToSend(actor: Actor, tx: Tx, webhookId: string): Promise<Webhook> {
  requireRole(actor, "admin")
  const webhook = await holdWebhook(actor, tx, webhookId)
  if (webhook.disabled_at) throw new Conflict("webhooks.isDisabled")
  return webhook
}

async function sendAgain(tx: Tx, { id }: Webhook, deliveryIds: readonly string[]): Promise<number> {
  if (deliveryIds.length === 0) return 0
  const rows = await room(tx)
    .updateTable("webhook_deliveries")
    .set({ state: "ready", round: 0, due_at: tx.now, finished_at: null, leased_until: null })
    .where("webhook_id", "=", id)
    .where("id", "in", [...deliveryIds])
    .where("state", "<>", "sending")
    .returning("id")
    .execute()
  return rows.length
}

/** The fact wakes whoever sends. */
function recordOf(actor: Actor, tx: Tx, { id, inbox_ids }: Webhook, count: number): Promise<void> {
  return tx.record({
    kind: "webhook.asked",
    actor: actor.ref,
    about: {},
    audience: inbox_ids ? { inboxes: inbox_ids } : "all",
    data: { webhook: id, count },
  })
}
