import { sql } from "kysely"
import type { Reader } from "#platform"
import { type Agent, readAgents } from "./find-agent.ts"

/** All agents by name, disabled ones too. Everybody signed in may know their colleagues. */
export async function listAgents(reader: Reader, page: { limit: number; after: { name: string; id: string } | null }): Promise<Agent[]> {
  const from = page.after ? sql`where (lower(a.name), a.id) > (${page.after.name}, ${page.after.id}::uuid)` : sql``
  return readAgents(reader, sql`${from} order by lower(a.name), a.id limit ${page.limit}`)
}
