import { sql } from "kysely"
import type { Reader } from "#platform"
import { mergedIdsOf } from "./merged-ids.ts"

/** Of these contacts, those who met the same kind of outside fact as a contact lately did, with the kind: `delivery.failed`. */
export async function factsInCommon(reader: Reader, contactId: string, others: readonly string[]): Promise<Map<string, string>> {
  const own = await mergedIdsOf(reader, contactId)
  if (own.length === 0 || others.length === 0) return new Map()
  const found = await sql<{ id: string; fact: string }>`
    select distinct on (o.contact_id) o.contact_id as id, o.kind || '.' || o.state as fact
    from outside_facts as o
    join (select kind, state, max(occurred_at) as last from outside_facts where contact_id = any(${own}::uuid[]) group by kind, state) as mine
      on mine.kind = o.kind and mine.state = o.state
    where o.contact_id = any(${[...others]}::uuid[]) and o.state <> 'placed'
    order by o.contact_id, mine.last desc`.execute(reader.sql)
  return new Map(found.rows.map(({ id, fact }) => [id, fact]))
}
