import type { Selectable } from "kysely"
import type { Actor } from "#people"
import { Conflict, DAY, Invalid, newId, type Reader, type Tx } from "#platform"
import type { Contact } from "./access.ts"
import { recordOf } from "./facts.ts"
import { mergedIdsOf } from "./merged-ids.ts"
import type { ContactTables, OutsideKind } from "./tables.ts"

export const OUTSIDE_KINDS = ["order", "delivery", "payment", "outage", "other"] as const satisfies readonly OutsideKind[]

/** What happened to a customer outside: an order was placed, a parcel delivered, a card debited, a line went down. */
export type OutsideFact = Selectable<ContactTables["outside_facts"]>

export interface Told {
  kind: OutsideKind
  /** In one word, as a code: placed, shipped, delivered, failed, debited, refunded, began, ended. */
  state: string
  /** Order number, parcel number. */
  reference: string
  text: string
  /** Who says so: the shop, the carrier. */
  source: string
  /** Their name for this event: told twice, it is one fact. */
  key: string | null
  occurredAt: Date
}

/**
 * Writes down what a system outside tells. Telling the same again under its key changes nothing and gives the fact as it stands.
 * @throws Invalid for what hasn't happened yet; Conflict when another event was told under the key: nothing is overwritten or dropped
 */
export async function tellOutsideFact(
  actor: Actor,
  tx: Tx,
  contact: Contact,
  told: Told,
): Promise<{ fact: OutsideFact; created: boolean }> {
  if (told.occurredAt.getTime() > tx.now.getTime() + DAY)
    throw new Invalid("request.invalid", {}, [{ path: "occurredAt", key: "contacts.fact.future" }])
  const { key, occurredAt, ...rest } = told
  const query = tx.sql.withTables<ContactTables>()
  const fact = await query
    .insertInto("outside_facts")
    .values({
      id: newId(tx.now),
      contact_id: contact.id,
      ...rest,
      source_key: key,
      occurred_at: occurredAt,
      told_by: actor.ref,
      told_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(["source", "source_key"]).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (fact) {
    await recordOf(actor, tx, "contact.fact-told", contact.id, { outsideFactId: fact.id, kind: fact.kind, state: fact.state })
    return { fact, created: true }
  }
  const earlier = await query
    .selectFrom("outside_facts")
    .selectAll()
    .where("source", "=", told.source)
    .where("source_key", "=", key)
    .executeTakeFirstOrThrow()
  const same = isSame(earlier, told) && (await mergedIdsOf(tx, contact.id)).includes(earlier.contact_id)
  if (!same) throw new Conflict("contacts.fact.keyUsed", { source: told.source })
  return { fact: earlier, created: false }
}

/** The words may differ between two tellings; what happened, to what and when may not. */
function isSame(earlier: OutsideFact, told: Told): boolean {
  return (
    earlier.kind === told.kind &&
    earlier.state === told.state &&
    earlier.reference === told.reference &&
    earlier.occurred_at.getTime() === told.occurredAt.getTime()
  )
}

/** What happened outside to a contact, under any of its ids, in the order in which it happened. */
export async function outsideFactsOf(reader: Reader, contactId: string): Promise<OutsideFact[]> {
  const ids = await mergedIdsOf(reader, contactId)
  if (ids.length === 0) return []
  return reader.sql
    .withTables<ContactTables>()
    .selectFrom("outside_facts")
    .selectAll()
    .where("contact_id", "in", ids)
    .orderBy("occurred_at")
    .orderBy("told_at")
    .orderBy("id")
    .execute()
}
