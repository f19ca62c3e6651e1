import { sql } from "kysely"
import type { Reader } from "#platform"

/** A contact with everything that it can be found by. */
export interface FindableContact {
  id: string
  name: string
  organisation: string
  identities: string[]
}

/** Null for a contact that isn't there, or was merged into another. */
export async function contactForSearch(reader: Reader, id: string): Promise<FindableContact | null> {
  return (await contactsForSearch(reader, [id]))[0] ?? null
}

/** The same for many; those that aren't there, or were merged into others, are absent. */
export async function contactsForSearch(reader: Reader, ids: readonly string[]): Promise<FindableContact[]> {
  const found = await sql<FindableContact>`
    select c.id, coalesce(nullif(c.name, ''), c.suggested_name) as name, c.organisation,
           array(select i.value from identities i where i.contact_id = c.id order by i.place) as identities
      from contacts c where c.id = any(${[...ids]}::uuid[]) and c.merged_into is null`.execute(reader.sql)
  return found.rows
}
