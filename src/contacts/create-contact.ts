import type { Actor } from "#people"
import { Invalid, newId, type Tx } from "#platform"
import { type ContactSight, mayChange } from "./access.ts"
import { recordOf } from "./facts.ts"
import { bindIdentity, checkIdentity } from "./identities.ts"
import type { Identity } from "./identity.ts"
import { nameKey } from "./name.ts"
import { suggestMerges } from "./suggest-merges.ts"
import type { ContactTables } from "./tables.ts"

/**
 * Writes down somebody whom a person or a program tells us of.
 * @throws Forbidden for observers; Invalid; Conflict when an identity belongs to another contact
 */
export async function createContact(
  actor: Actor,
  tx: Tx,
  told: { name: string; identities: readonly Identity[] },
  sight?: ContactSight,
): Promise<string> {
  mayChange(actor)
  const name = told.name.trim()
  const known = told.identities.map((identity, i) => checkIdentity(identity, `identities.${i}.`))
  for (const [i, one] of known.entries()) {
    const first = known.findIndex((other) => other.kind === one.kind && other.network === one.network && other.normal === one.normal)
    if (first < i) throw new Invalid("request.invalid", {}, [{ path: `identities.${i}.value`, key: "contacts.identity.twice" }])
  }
  if (!name && known.length === 0) throw new Invalid("contacts.empty")
  const id = newId(tx.now)
  await tx.sql
    .withTables<ContactTables>()
    .insertInto("contacts")
    .values({ id, name, name_key: nameKey(name), created_at: tx.now, updated_at: tx.now })
    .execute()
  await recordOf(actor, tx, "contact.created", id, { source: actor.kind === "token" ? "api" : "agent" })
  for (const identity of known) await bindIdentity(actor, tx, id, identity, sight)
  await suggestMerges(actor, tx, id)
  return id
}
