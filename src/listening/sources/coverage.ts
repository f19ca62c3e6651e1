import { sql } from "kysely"
import type { Reader, Tx } from "#platform"
import { room } from "../tables.ts"

/** That a source was read from then to then. Null: since the stretch before, without a gap. Stretches that touch become one. */
export async function noteCoverage(tx: Tx, sourceId: string, from: Date | null, to: Date): Promise<void> {
  const last = await room(tx)
    .selectFrom("source_coverage")
    .select(["from_at", "to_at"])
    .where("source_id", "=", sourceId)
    .orderBy("from_at", "desc")
    .limit(1)
    .executeTakeFirst()
  if (!last) {
    await room(tx)
      .insertInto("source_coverage")
      .values({ source_id: sourceId, from_at: from && from < to ? from : to, to_at: to })
      .execute()
    return
  }
  if (from !== null && from > last.to_at) {
    await room(tx)
      .insertInto("source_coverage")
      .values({ source_id: sourceId, from_at: from < to ? from : to, to_at: to })
      .execute()
    return
  }
  await sql`
    update source_coverage set to_at = greatest(to_at, ${to}) where source_id = ${sourceId} and from_at = ${last.from_at}`.execute(tx.sql)
}

/** The stretches of a source that reach into a time, the earliest first. */
export function coverageOf(reader: Reader, sourceIds: readonly string[], from: Date, to: Date) {
  return room(reader)
    .selectFrom("source_coverage")
    .selectAll()
    .where("source_id", "in", sourceIds.length > 0 ? [...sourceIds] : ["00000000-0000-0000-0000-000000000000"])
    .where("to_at", ">=", from)
    .where("from_at", "<=", to)
    .orderBy("from_at")
    .limit(2000)
    .execute()
}
