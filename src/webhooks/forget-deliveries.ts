import { DAY, type Tx } from "#platform"
import { room } from "./tables.ts"

/** How long the log is kept: it holds what customers wrote. */
const KEPT = 30 * DAY

/** Forgets what has been in the log for a month. */
export async function forgetOldDeliveries(tx: Tx): Promise<void> {
  await room(tx)
    .deleteFrom("webhook_deliveries")
    .where("created_at", "<", new Date(tx.now.getTime() - KEPT))
    .where("state", "in", ["delivered", "failed", "cancelled"])
    .execute()
}
