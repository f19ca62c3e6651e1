import { sql } from "kysely"
import { DAY, type Reader } from "#platform"

/** How many mentions each source brought in the last day. */
export async function heardToday(reader: Reader, sourceIds: readonly string[]): Promise<Map<string, number>> {
  if (sourceIds.length === 0) return new Map()
  // Ids begin with the moment: the last day lies at the end of their index.
  const floor = `${new Date(reader.now.getTime() - DAY).getTime().toString(16).padStart(12, "0")}00000000000000000000`
  const { rows } = await sql<{ source_id: string; n: number }>`
    select source_id, count(*)::int as n from mentions
     where id >= ${floor}::uuid and source_id = any(${[...sourceIds]}::uuid[]) group by 1`.execute(reader.sql)
  return new Map(rows.map(({ source_id, n }) => [source_id, n]))
}
