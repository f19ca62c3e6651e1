import { sql } from "kysely"
import type { Reader } from "#platform"

/** A case and all that was merged into it, however often: what happened in them is shown as one. */
export async function familyOf(reader: Reader, caseId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive family (id) as (
      values (${caseId}::uuid) union all select c.id from family f join cases c on c.merged_into = f.id
    ) select id from family`.execute(reader.sql)
  return found.rows.map(({ id }) => id)
}
