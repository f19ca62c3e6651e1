import { sql } from "kysely"
import type { Reader } from "#platform"

/** Ids of agents whose name or address begins with, or contains, what somebody typed. */
export async function findAgentsByWords(reader: Reader, typed: string): Promise<string[]> {
  const part = `%${typed
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`
  const found = await sql<{ id: string }>`
    select id from agents where plain_unaccent(lower(name)) like plain_unaccent(${part}) or lower(email) like ${part} order by name limit 50`.execute(
    reader.sql,
  )
  return found.rows.map((row) => row.id)
}
