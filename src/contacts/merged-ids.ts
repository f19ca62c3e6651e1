import { sql } from "kysely"
import type { Reader } from "#platform"

/** The contact that an id means now: itself, or the one it was merged into. Null when there is none. */
export async function standingId(reader: Reader, id: string): Promise<string | null> {
  const found = await sql<{ id: string }>`select coalesce(merged_into, id) as id from contacts where id = ${id}`.execute(reader.sql)
  return found.rows[0]?.id ?? null
}

/** All ids that mean the same contact as this one, the standing one first. What others keep under any of them is this contact's. */
export async function mergedIdsOf(reader: Reader, id: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with standing as (select coalesce(merged_into, id) as id from contacts where id = ${id})
    select id from standing union all
    select c.id from contacts c join standing s on c.merged_into = s.id`.execute(reader.sql)
  return found.rows.map((row) => row.id)
}
