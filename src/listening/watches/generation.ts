import { sql } from "kysely"
import type { Tx } from "#platform"

/** Any number that nobody else takes. */
const LOCK = 4600_0016

/**
 * Numbers a change of a watch. Until the transaction ends nothing is kept that was matched before it: what was heard is either kept by the
 * old queries before the change, or matched again by the new ones.
 */
export async function nextGeneration(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx.sql)
  const { rows } = await sql<{ n: number }>`update watch_generation set n = n + 1 returning n`.execute(tx.sql)
  return rows[0]!.n
}

/** The latest change; no other is made until the transaction ends. */
export async function sharedGeneration(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock_shared(${LOCK})`.execute(tx.sql)
  const { rows } = await sql<{ n: number }>`select n from watch_generation`.execute(tx.sql)
  return rows[0]!.n
}
