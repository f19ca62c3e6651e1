import { sql } from "kysely"
import type { Reader } from "#platform"

// Until #people's door has them.
export async function agentNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  return names(await sql<Named>`select id, name from agents where id = any(${[...ids]}::uuid[])`.execute(reader.sql))
}

export async function teamNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  return names(await sql<Named>`select id, name from teams where id = any(${[...ids]}::uuid[])`.execute(reader.sql))
}

interface Named {
  id: string
  name: string
}

function names({ rows }: { rows: Named[] }): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]))
}
