import { sql } from "kysely"
import type { Actor } from "#people"
import { DAY, isId, NotFound, type Reader, type Tx } from "#platform"
import { accessWebhook } from "./access.ts"
import { type Attempt, type Delivery, type DeliveryState, room } from "./tables.ts"

/** How long the log is kept: it holds what customers wrote. */
const KEPT = 30 * DAY

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

/** How many of a webhook's deliveries stand how, of those in the log. */
export async function countDeliveries(
  reader: Reader,
  webhookIds: readonly string[],
): Promise<Map<string, Partial<Record<DeliveryState, number>>>> {
  const found = await sql<{ webhook_id: string; state: DeliveryState; count: number }>`
    select webhook_id, state, count(*)::int as count from webhook_deliveries where webhook_id = any(${[...webhookIds]}::uuid[]) group by 1, 2`.execute(
    reader.sql,
  )
  const counts = new Map<string, Partial<Record<DeliveryState, number>>>()
  for (const { webhook_id, state, count } of found.rows) counts.set(webhook_id, { ...counts.get(webhook_id), [state]: count })
  return counts
}

/** Forgets what has been in the log for a month. */
export async function forgetOldDeliveries(tx: Tx): Promise<void> {
  await room(tx)
    .deleteFrom("webhook_deliveries")
    .where("created_at", "<", new Date(tx.now.getTime() - KEPT))
    .where("state", "in", ["delivered", "failed", "cancelled"])
    .execute()
}
