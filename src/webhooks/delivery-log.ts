import type { Actor } from "#people"
import type { Reader } from "#platform"
import { accessWebhook } from "./access.ts"
import { type Attempt, type Delivery, type DeliveryState, room } from "./tables.ts"

export type Logged = Delivery & { last: Pick<Attempt, "at" | "ms" | "status" | "reason"> | null }

/** What was sent, is being sent and couldn't be, the latest first. */
export async function listDeliveries(
  actor: Actor,
  reader: Reader,
  webhookId: string,
  { limit, after, state }: { limit: number; after: string | null; state: DeliveryState | null },
): Promise<Logged[]> {
  await accessWebhook(actor, reader, webhookId)
  const deliveries = await room(reader)
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("webhook_id", "=", webhookId)
    .$if(after !== null, (query) => query.where("id", "<", after!))
    .$if(state !== null, (query) => query.where("state", "=", state!))
    .orderBy("id", "desc")
    .limit(limit)
    .execute()
  const last = await lastAttempts(reader, deliveries)
  return deliveries.map((delivery) => ({ ...delivery, last: last.get(delivery.id) ?? null }))
}

async function lastAttempts(reader: Reader, deliveries: readonly Delivery[]): Promise<Map<string, Attempt>> {
  if (deliveries.length === 0) return new Map()
  const rows = await room(reader)
    .selectFrom("webhook_attempts")
    .selectAll()
    .distinctOn("delivery_id")
    .where(
      "delivery_id",
      "in",
      deliveries.map(({ id }) => id),
    )
    .orderBy("delivery_id")
    .orderBy("number", "desc")
    .execute()
  return new Map(rows.map((row) => [row.delivery_id, row]))
}
