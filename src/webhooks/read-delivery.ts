import type { Actor } from "#people"
import { isId, NotFound, type Reader } from "#platform"
import { accessWebhook } from "./access.ts"
import { type Attempt, type Delivery, room } from "./tables.ts"

/** One delivery with all its tries. @throws NotFound */
export async function readDelivery(
  actor: Actor,
  reader: Reader,
  webhookId: string,
  deliveryId: string,
): Promise<{ delivery: Delivery; attempts: Attempt[] }> {
  await accessWebhook(actor, reader, webhookId)
  const tables = room(reader)
  const delivery = isId(deliveryId)
    ? await tables
        .selectFrom("webhook_deliveries")
        .selectAll()
        .where("id", "=", deliveryId)
        .where("webhook_id", "=", webhookId)
        .executeTakeFirst()
    : undefined
  if (!delivery) throw new NotFound("webhooks.delivery.notFound")
  const attempts = await tables.selectFrom("webhook_attempts").selectAll().where("delivery_id", "=", deliveryId).orderBy("number").execute()
  return { delivery, attempts }
}
