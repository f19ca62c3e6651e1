import { sql } from "kysely"
import type { Tx } from "#platform"

/** Which of these numbers no case has. The next case that is opened gets one above them. */
export async function freeNumbers(tx: Tx, wanted: readonly number[]): Promise<Set<number>> {
  const asked = [...new Set(wanted)].filter((number) => Number.isSafeInteger(number) && number > 0)
  if (asked.length === 0) return new Set()
  // Whoever opens a case meanwhile waits: its number could be one of these.
  await sql`lock table cases in share row exclusive mode`.execute(tx.sql)
  const taken = await sql<{ number: number }>`select number from cases where number = any(${asked}::bigint[])`.execute(tx.sql)
  const free = new Set(asked)
  for (const { number } of taken.rows) free.delete(number)
  await sql`
    select setval(pg_get_serial_sequence('cases', 'number'), greatest(${Math.max(...asked)}::bigint, (select last_value from cases_number_seq)))`.execute(
    tx.sql,
  )
  return free
}
