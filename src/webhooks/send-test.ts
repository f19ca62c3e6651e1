import type { Actor } from "#people"
import { newId, type Tx } from "#platform"
import { TEST_EVENT } from "./events.ts"
import { queueDelivery } from "./queue-delivery.ts"
import { holdToSend, recordOf } from "./send-again.ts"

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
