import { sql } from "kysely"
import type { Actor } from "#people"
import type { Reader, Tx } from "#platform"
import { checkWishes } from "./check-wishes.ts"
import { recordOf } from "./facts.ts"
import type { Wishes } from "./hours.ts"
import type { ContactTables } from "./tables.ts"

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

/**
 * Keeps what somebody wishes, in place of what they wished before. Saying nothing of hours or channels is a wish too: any.
 * @throws Invalid with a sentence beside each impossible part
 */
export async function setWishes(actor: Actor, tx: Tx, contactId: string, wishes: Wishes): Promise<void> {
  checkWishes(wishes)
  const row = {
    channels: wishes.channels,
    hours: JSON.stringify(wishes.hours),
    time_zone: wishes.timeZone,
    set_by: actor.ref,
    set_at: tx.now,
  }
  await tx.sql
    .withTables<ContactTables>()
    .insertInto("wishes")
    .values({ contact_id: contactId, ...row })
    .onConflict((conflict) => conflict.column("contact_id").doUpdateSet(row))
    .execute()
  await recordOf(actor, tx, "contact.wishes-set", contactId, { hours: wishes.hours.length, channels: wishes.channels })
}
