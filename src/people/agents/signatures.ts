import { sql } from "kysely"
import type { Reader } from "#platform"

/** What all agents and teams are called and close their answers with. */
export async function signatures(reader: Reader): Promise<{ name: string; signature: string }[]> {
  const found = await sql<{ name: string; signature: string }>`
    select name, signature from agents union all select name, signature from teams`.execute(reader.sql)
  return found.rows
}
