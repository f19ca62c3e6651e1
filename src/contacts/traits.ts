import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Traits } from "./evidence.ts"

/** What is known of contacts that others may share, in the order asked for; for those that stand. */
export async function traitsOf(reader: Reader, ids: readonly string[]): Promise<Traits[]> {
  const found = await sql<Traits>`
    select c.id, c.name_key as "nameKey",
           coalesce((select json_agg(json_build_object('kind', i.kind, 'network', i.network, 'normal', i.normal, 'kin', i.kin))
                       from identities i where i.contact_id = c.id and i.kin is not null), '[]') as identities,
           coalesce((select json_agg(json_build_object('kind', k.kind, 'kin', k.kin))
                       from contact_clues k
                      where k.contact_id in (select c.id union all select m.id from contacts m where m.merged_into = c.id)), '[]') as clues
      from contacts c
     where c.id = any(${ids}::uuid[])
     order by array_position(${ids}::uuid[], c.id)`.execute(reader.sql)
  return found.rows
}
