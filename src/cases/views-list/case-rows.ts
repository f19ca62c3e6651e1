import { sql } from "kysely"
import type { Reader } from "#platform"
import type { CaseRow } from "../tables.ts"

/** Rows of cases in the order of their ids. */
export async function caseRows(reader: Reader, ids: readonly string[]): Promise<CaseRow[]> {
  const found = await sql<CaseRow>`
    select c.* from unnest(${[...ids]}::uuid[]) with ordinality as listed (id, position) join cases as c on c.id = listed.id order by position`.execute(
    reader.sql,
  )
  return found.rows
}
