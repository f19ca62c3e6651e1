import { sql } from "kysely"
import type { Database, Reader } from "#platform"
import type { Cost, Spending } from "../sources/source-ground.ts"
import { room } from "../tables.ts"

/** The month of a moment, as bills are written: `2026-11`, UTC. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7)

/** What sources have cost in a month, by their ids; those that cost nothing are left out. */
export async function spentIn(reader: Reader, month: string, sourceIds: readonly string[]): Promise<Map<string, Cost>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await room(reader)
    .selectFrom("source_spending")
    .select(["source_id", "things", "micros"])
    .where("month", "=", month)
    .where("source_id", "in", [...sourceIds])
    .execute()
  return new Map(rows.map(({ source_id, things, micros }) => [source_id, { things, micros: Number(micros) }]))
}

/** The purse of one source. What is booked is written down at once, before anything is asked for. */
export function spendingOf(db: Database, sourceId: string): Spending {
  return {
    of: async (month) => (await spentIn(db.read, month, [sourceId])).get(sourceId) ?? { things: 0, micros: 0 },
    book: (month, cost, limits) =>
      db.transact(async (tx) => {
        await room(tx)
          .insertInto("source_spending")
          .values({ source_id: sourceId, month })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        const booked = await sql`
          update source_spending set things = things + ${cost.things}, micros = micros + ${cost.micros}
           where source_id = ${sourceId} and month = ${month}
             and things + ${cost.things} <= ${limits.things}::bigint and micros + ${cost.micros} <= ${limits.micros}::bigint`.execute(
          tx.sql,
        )
        return booked.numAffectedRows === 1n
      }),
    giveBack: (month, cost) =>
      db.transact(async (tx) => {
        await sql`
          update source_spending set things = greatest(0, things - ${cost.things}), micros = greatest(0, micros - ${cost.micros})
           where source_id = ${sourceId} and month = ${month}`.execute(tx.sql)
      }),
  }
}

/** The purse of a trial: it is empty, so that nothing that is paid by the piece is read in one. */
export const EMPTY_PURSE: Spending = {
  of: () => Promise.resolve({ things: 0, micros: 0 }),
  book: () => Promise.resolve(false),
  giveBack: () => Promise.resolve(),
}
