import { sql } from "kysely"
import type { Reader } from "#platform"
import type { DeliveryState } from "./tables.ts"

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
