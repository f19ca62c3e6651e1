import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Wishes } from "./hours.ts"

/** What somebody wishes: their last word, under whichever of their merged contacts they said it. Null when they said nothing. */
export async function wishesOf(reader: Reader, contactId: string): Promise<Wishes | null> {
  return (await wishesOfAll(reader, [contactId])).get(contactId) ?? null
}

/** The same for many contacts at once; those who said nothing are absent. */
export async function wishesOfAll(reader: Reader, contactIds: readonly string[]): Promise<Map<string, Wishes>> {
  if (contactIds.length === 0) return new Map()
  const found = await sql<{ asked: string; channels: string[]; hours: Wishes["hours"]; time_zone: string | null }>`
    select distinct on (asked.id) asked.id as asked, w.channels, w.hours, w.time_zone
      from contacts asked
      cross join lateral (
        select coalesce(asked.merged_into, asked.id) as id
        union all select m.id from contacts m where m.merged_into = coalesce(asked.merged_into, asked.id)) one
      join wishes w on w.contact_id = one.id
     where asked.id = any(${contactIds}::uuid[])
     order by asked.id, w.set_at desc, one.id = coalesce(asked.merged_into, asked.id) desc`.execute(reader.sql)
  return new Map(found.rows.map((row) => [row.asked, { channels: row.channels, hours: row.hours, timeZone: row.time_zone }]))
}
