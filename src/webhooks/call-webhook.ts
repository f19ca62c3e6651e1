import { systemActor } from "#people"
import { type Tx } from "#platform"
import { RULE_EVENT } from "./events.ts"
import { queueDelivery } from "./queue-delivery.ts"
import { room, type Webhook } from "./tables.ts"

/** A webhook that can be called for what lies in these inboxes (null: in any); null when it is gone, disabled or for other inboxes. */
export async function callableWebhook(tx: Tx, webhookId: string, inboxIds: readonly string[] | null): Promise<Webhook | null> {
  const found = await room(tx)
    .selectFrom("webhooks")
    .selectAll()
    .where("id", "=", webhookId)
    .where("disabled_at", "is", null)
    .executeTakeFirst()
  if (!found || (inboxIds && found.inbox_ids && !found.inbox_ids.some((id) => inboxIds.includes(id)))) return null
  return found
}

/** An automation rule calls: told to this webhook alone, whatever events it listens to. Gives the delivery's id. */
export async function callWebhook(tx: Tx, webhook: Webhook, caseId: string, data: Readonly<Record<string, unknown>>): Promise<string> {
  const id = await queueDelivery(tx, webhook.id, { event: RULE_EVENT, at: tx.now, seq: null, caseId, data })
  await tx.record({
    kind: "webhook.asked",
    actor: systemActor("rules").ref,
    about: { case: caseId },
    audience: webhook.inbox_ids ? { inboxes: webhook.inbox_ids } : "all",
    data: { webhook: webhook.id, count: 1 },
  })
  return id!
}
