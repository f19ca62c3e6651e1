import type { Actor } from "#people"
import type { Tx } from "#platform"
import { checkWishes } from "./check-wishes.ts"
import { recordOf } from "./facts.ts"
import type { Wishes } from "./hours.ts"
import type { ContactTables } from "./tables.ts"

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
