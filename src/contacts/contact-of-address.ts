import { sql } from "kysely"
import type { Actor } from "#people"
import { newId, type Tx } from "#platform"
import { recordOf } from "./facts.ts"
import { type Identity, type KnownIdentity, readIdentity } from "./identity.ts"
import { cleanName, nameKey } from "./name.ts"
import { suggestMerges } from "./suggest-merges.ts"
import type { ContactTables } from "./tables.ts"

export interface Appearance {
  /** What the message called them. */
  name: string | null
  /** How it was proven that this identity wrote (`dmarc`), or null. */
  verified: string | null
  /** From where we have it: mail, import, chat. */
  source: string
}

export interface Found {
  contactId: string
  created: boolean
}

/**
 * The contact behind an e-mail address; made when there is none. However many ask at once, there is one. The name is a suggestion
 * and never takes the place of what a person typed. What is no address gives a contact of its own, so that no mail is without one
 * and no two strangers share one.
 */
export function contactOfAddress(actor: Actor, tx: Tx, { address, ...appearance }: Appearance & { address: string }): Promise<Found> {
  return contactOfIdentity(actor, tx, { kind: "email", network: "", value: address }, appearance)
}

/** The same by any identity. */
export async function contactOfIdentity(actor: Actor, tx: Tx, identity: Identity, appearance: Appearance): Promise<Found> {
  const known = readIdentity(identity)
  if (!known) return { contactId: await makeContact(actor, tx, appearance), created: true }
  for (;;) {
    const found = await find(tx, known)
    if (found) {
      await learn(actor, tx, found, appearance)
      return { contactId: found.contact_id, created: false }
    }
    const made = await make(actor, tx, known, appearance)
    if (made) return { contactId: made, created: true }
    // Somebody else made it between the two: it is committed now, and found.
  }
}

interface Row {
  id: string
  contact_id: string
  verified_at: Date | null
  suggested_name: string
  suggestion_proven: boolean
}

async function find(tx: Tx, { kind, network, normal }: KnownIdentity): Promise<Row | undefined> {
  return tx.sql
    .withTables<ContactTables>()
    .selectFrom("identities as i")
    .innerJoin("contacts as c", "c.id", "i.contact_id")
    .select(["i.id", "i.contact_id", "i.verified_at", "c.suggested_name", "c.suggestion_proven"])
    .where("i.kind", "=", kind)
    .where("i.network", "=", network)
    .where("i.normal", "=", normal)
    .executeTakeFirst()
}

/** A proof counts from the first time on. The first name that came with a proof stays; one without only fills a gap. */
async function learn(actor: Actor, tx: Tx, row: Row, { name, verified }: Appearance): Promise<void> {
  if (verified && !row.verified_at) {
    await sql`update identities set verified_at = ${tx.now}, verified_by = ${verified} where id = ${row.id}`.execute(tx.sql)
    await recordOf(actor, tx, "contact.identity-verified", row.contact_id, { identityId: row.id, by: verified })
  }
  const suggested = cleanName(name)
  if (!suggested || suggested === row.suggested_name || (row.suggested_name && (row.suggestion_proven || !verified))) return
  await sql`
    update contacts set suggested_name = ${suggested}, suggestion_proven = ${verified !== null},
           name_key = case when name = '' then ${nameKey(suggested)} else name_key end
     where id = ${row.contact_id}`.execute(tx.sql)
  await recordOf(actor, tx, "contact.changed", row.contact_id, { fields: ["suggestedName"] })
  await suggestMerges(actor, tx, row.contact_id)
}

/** Null when somebody else has just taken the identity. */
async function make(actor: Actor, tx: Tx, known: KnownIdentity, appearance: Appearance): Promise<string | null> {
  const contactId = newId(tx.now)
  const query = tx.sql.withTables<ContactTables>()
  await insertContact(tx, contactId, appearance)
  const taken = await query
    .insertInto("identities")
    .values({
      id: newId(tx.now),
      contact_id: contactId,
      ...known,
      source: appearance.source,
      verified_at: appearance.verified ? tx.now : null,
      verified_by: appearance.verified,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(["kind", "network", "normal"]).doNothing())
    .returning("id")
    .executeTakeFirst()
  if (!taken) {
    await query.deleteFrom("contacts").where("id", "=", contactId).execute()
    return null
  }
  await recordOf(actor, tx, "contact.created", contactId, { source: appearance.source })
  await suggestMerges(actor, tx, contactId, true)
  return contactId
}

async function makeContact(actor: Actor, tx: Tx, appearance: Appearance): Promise<string> {
  const contactId = newId(tx.now)
  await insertContact(tx, contactId, appearance)
  await recordOf(actor, tx, "contact.created", contactId, { source: appearance.source })
  return contactId
}

async function insertContact(tx: Tx, id: string, { name, verified }: Appearance): Promise<void> {
  const suggested = cleanName(name)
  await tx.sql
    .withTables<ContactTables>()
    .insertInto("contacts")
    .values({
      id,
      suggested_name: suggested,
      suggestion_proven: verified !== null,
      name_key: nameKey(suggested),
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute()
}
