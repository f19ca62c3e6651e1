import { sql } from "kysely"
import type { Reader } from "#platform"

/** How many agents there are, those who are shut out aside. */
export async function countAgents(reader: Reader): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from agents a where not exists (select from agent_disablings d where d.agent_id = a.id)`.execute(reader.sql)
  return found.rows[0]!.n
}
