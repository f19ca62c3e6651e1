import type { Selectable } from "kysely"
import type { Actor } from "#people"
import { Conflict, Invalid, isId, newId, NotFound, type Tx } from "#platform"
import { type Contact, type ContactSight, seesContact } from "./access.ts"
import { recordOf } from "./facts.ts"
import { type Identity, type KnownIdentity, readIdentity } from "./identity.ts"
import { suggestMerges } from "./suggest-merges.ts"
import { contactSummaries } from "./summaries.ts"
import type { ContactTables } from "./tables.ts"

export type IdentityRow = Selectable<ContactTables["identities"]>

/**
 * Adds what somebody is known by. It counts as unverified until a proof or a person says otherwise. Adding what the contact has
 * already gives that one.
 * @throws Invalid; Conflict when it belongs to another contact, whom it names if the actor may see them
 */
export async function addIdentity(
  actor: Actor,
  tx: Tx,
  contact: Pick<Contact, "id">,
  identity: Identity,
  sight?: ContactSight,
): Promise<IdentityRow> {
  const { row, added } = await bindIdentity(actor, tx, contact.id, checkIdentity(identity), sight)
  if (added) await suggestMerges(actor, tx, contact.id)
  return row
}

/** @throws Invalid with what would be right */
export function checkIdentity(identity: Identity, path = ""): KnownIdentity {
  if (identity.kind === "handle" && !identity.network.trim())
    throw new Invalid("request.invalid", {}, [{ path: `${path}network`, key: "contacts.identity.network" }])
  const known = readIdentity(identity)
  if (!known) throw new Invalid("request.invalid", {}, [{ path: `${path}value`, key: `contacts.identity.${identity.kind}` }])
  return known
}

/** An identity stays with the contact that has it: to take it over, somebody merges the two or removes it there. */
export async function bindIdentity(
  actor: Actor,
  tx: Tx,
  contactId: string,
  known: KnownIdentity,
  sight?: ContactSight,
): Promise<{ row: IdentityRow; added: boolean }> {
  const query = tx.sql.withTables<ContactTables>()
  const row = await query
    .insertInto("identities")
    .values({ id: newId(tx.now), contact_id: contactId, ...known, source: actor.kind === "token" ? "api" : "agent", created_at: tx.now })
    .onConflict((conflict) => conflict.columns(["kind", "network", "normal"]).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) {
    await recordOf(actor, tx, "contact.identity-added", contactId, { identityId: row.id, kind: row.kind })
    return { row, added: true }
  }
  const owned = await query
    .selectFrom("identities")
    .selectAll()
    .where("kind", "=", known.kind)
    .where("network", "=", known.network)
    .where("normal", "=", known.normal)
    .executeTakeFirstOrThrow()
  if (owned.contact_id === contactId) return { row: owned, added: false }
  throw await taken(actor, tx, owned.contact_id, sight)
}

async function taken(actor: Actor, tx: Tx, ownerId: string, sight?: ContactSight): Promise<Conflict> {
  if (!(await seesContact(actor, tx, ownerId, sight))) return new Conflict("contacts.identity.taken")
  const name = (await contactSummaries(tx, [ownerId])).get(ownerId)?.name
  const where = [{ path: "value", key: "contacts.identity.takenById", values: { id: ownerId } }]
  return name ? new Conflict("contacts.identity.takenBy", { name }, where) : new Conflict("contacts.identity.taken", {}, where)
}

/** A person vouches for an identity, or takes that back. */
export async function verifyIdentity(actor: Actor, tx: Tx, contact: Contact, identityId: string, verified: boolean): Promise<void> {
  const identity = await findIdentity(tx, contact, identityId)
  if ((identity.verified_at !== null) === verified) return
  await tx.sql
    .withTables<ContactTables>()
    .updateTable("identities")
    .set(verified ? { verified_at: tx.now, verified_by: actor.ref } : { verified_at: null, verified_by: null })
    .where("id", "=", identity.id)
    .execute()
  await recordOf(actor, tx, verified ? "contact.identity-verified" : "contact.identity-doubted", contact.id, { identityId, by: actor.ref })
}

export async function removeIdentity(actor: Actor, tx: Tx, contact: Contact, identityId: string): Promise<void> {
  const { id, kind } = await findIdentity(tx, contact, identityId)
  await tx.sql.withTables<ContactTables>().deleteFrom("identities").where("id", "=", id).execute()
  await recordOf(actor, tx, "contact.identity-removed", contact.id, { identityId: id, kind })
  await suggestMerges(actor, tx, contact.id)
}

async function findIdentity(tx: Tx, contact: Contact, id: string): Promise<IdentityRow> {
  const query = tx.sql.withTables<ContactTables>().selectFrom("identities").selectAll()
  const found = isId(id) ? await query.where("id", "=", id).where("contact_id", "=", contact.id).executeTakeFirst() : undefined
  if (!found) throw new NotFound("contacts.identity.notFound")
  return found
}
