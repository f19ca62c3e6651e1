import { AsyncLocalStorage } from "node:async_hooks"
import { type Kysely, sql } from "kysely"
import type { NoTables } from "../database/connect.ts"

/** A request under an Idempotency-Key while it is answered. */
export interface InHand {
  actor: string
  key: string
  open: boolean
}

/** What the transactions of a request's work know it by, without every verb handing it on. */
export const inHand = new AsyncLocalStorage<InHand>()

/** Carried out, and not answered yet: committed with the work itself. */
export const DONE = 0

/** In a transaction, as its last act but one: says that the request which asked for it was carried out. */
export async function markDone(tx: Kysely<NoTables>): Promise<void> {
  const request = inHand.getStore()
  if (!request?.open) return
  const { actor, key } = request
  await sql`update repeated_requests set status = ${DONE} where actor = ${actor} and key = ${key} and status is null`.execute(tx)
}
