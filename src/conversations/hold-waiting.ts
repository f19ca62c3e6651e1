import { sql } from "kysely"
import type { Tx } from "#platform"
import { type OutboxRow, tellState } from "./outbox.ts"

/**
 * Holds everything that waits to leave, until a person sends or discards it: after a restore nobody knows what the house before has
 * sent since. What was being sent is uncertain. Gives how many are held.
 */
export async function holdWaiting(tx: Tx, reason: string): Promise<number> {
  const held =
    await sql<OutboxRow>`update outbox set state = 'held', reason = ${reason} where state in ('ready', 'retry') returning *`.execute(tx.sql)
  const uncertain = await sql<OutboxRow>`
    update outbox set state = 'uncertain', reason = ${reason}, leased_by = null, leased_until = null, finished_at = ${tx.now}
    where state = 'sending' returning *`.execute(tx.sql)
  for (const row of held.rows) await tellState(tx, row, "held", reason)
  for (const row of uncertain.rows) await tellState(tx, row, "uncertain", reason)
  return held.rows.length + uncertain.rows.length
}
