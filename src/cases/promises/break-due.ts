import { systemActor } from "#people"
import type { Tx } from "#platform"
import { standingCase } from "../access-case.ts"
import { room } from "../tables.ts"
import { isSettled, settle } from "./settle.ts"

const CLOCK = systemActor("clock")

/**
 * The due moment has come. A promise that nobody has kept or withdrawn was broken then, however late this is called, and once, however
 * often. Called before its time it does nothing.
 */
export async function breakDuePromise(tx: Tx, promiseId: string): Promise<void> {
  const promise = await room(tx).selectFrom("promises").selectAll().where("id", "=", promiseId).forNoKeyUpdate().executeTakeFirst()
  if (!promise || isSettled(promise) || promise.due_at > tx.now) return
  const row = await standingCase(CLOCK, tx, promise.case_id)
  await settle(tx, row, promise, CLOCK.ref, "broken", { broken_at: promise.due_at })
}

/** Open promises whose moment has passed: what a lost job left behind. */
export async function overduePromises(tx: Tx, limit: number): Promise<string[]> {
  const found = await room(tx)
    .selectFrom("promises")
    .select("id")
    .where("due_at", "<=", tx.now)
    .where("kept_at", "is", null)
    .where("broken_at", "is", null)
    .where("withdrawn_at", "is", null)
    .orderBy("due_at")
    .limit(limit)
    .execute()
  return found.map(({ id }) => id)
}
