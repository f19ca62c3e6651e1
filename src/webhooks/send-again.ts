import { type Actor, requireRole } from "#people"
import { Conflict, type Tx } from "#platform"
import { holdWebhook } from "./access.ts"
import { room, type Webhook } from "./tables.ts"

/** A webhook, held, to which something is sent. @throws Forbidden, NotFound; Conflict when it is switched off */
export async function holdToSend(actor: Actor, tx: Tx, webhookId: string): Promise<Webhook> {
  requireRole(actor, "admin")
  const webhook = await holdWebhook(actor, tx, webhookId)
  if (webhook.disabled_at) throw new Conflict("webhooks.isDisabled")
  return webhook
}

/** Makes these deliveries due now, from their first try. Gives how many. */
export async function sendAgain(tx: Tx, { id }: Webhook, deliveryIds: readonly string[]): Promise<number> {
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
export function recordOf(actor: Actor, tx: Tx, { id, inbox_ids }: Webhook, count: number): Promise<void> {
  return tx.record({
    kind: "webhook.asked",
    actor: actor.ref,
    about: {},
    audience: inbox_ids ? { inboxes: inbox_ids } : "all",
    data: { webhook: id, count },
  })
}
