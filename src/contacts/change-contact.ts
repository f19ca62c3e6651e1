import type { Updateable } from "kysely"
import type { Actor } from "#people"
import type { Tx } from "#platform"
import type { Contact } from "./access.ts"
import { recordOf } from "./facts.ts"
import { nameKey } from "./name.ts"
import { suggestMerges } from "./suggest-merges.ts"
import type { ContactTables, Familiarity, Grammar } from "./tables.ts"

/** What a person says of a contact. Null takes back what was said; what is left out stays. */
export interface ContactChanges {
  name?: string | undefined
  language?: string | null | undefined
  /** How they ask to be addressed, in their own words. */
  salutation?: string | null | undefined
  grammar?: Grammar | null | undefined
  familiarity?: Familiarity | null | undefined
  organisation?: string | undefined
  note?: string | undefined
}

/** Writes what a person says of a contact. A typed name stands before any that a mail suggests; an empty one gives way to it again. */
export async function changeContact(actor: Actor, tx: Tx, contact: Contact, changes: ContactChanges): Promise<void> {
  const changed = differences(contact, changes)
  if (changed.length === 0) return
  const update: Updateable<ContactTables["contacts"]> = { ...Object.fromEntries(changed), updated_at: tx.now }
  if (update.name !== undefined) update.name_key = nameKey(update.name || contact.suggested_name)
  await tx.sql.withTables<ContactTables>().updateTable("contacts").set(update).where("id", "=", contact.id).execute()
  await recordOf(actor, tx, "contact.changed", contact.id, { fields: changed.map(([field]) => field) })
  if (update.name !== undefined) await suggestMerges(actor, tx, contact.id)
}

/** What of it isn't so already. */
export function differences(contact: Contact, changes: ContactChanges): [string, unknown][] {
  return Object.entries(trimmed(changes)).filter(
    ([field, value]) => value !== undefined && value !== contact[field as keyof ContactChanges],
  )
}

/** Empty words say nothing: an empty salutation is none. */
function trimmed(changes: ContactChanges): ContactChanges {
  return {
    ...changes,
    name: changes.name?.trim(),
    organisation: changes.organisation?.trim(),
    salutation: typeof changes.salutation === "string" ? changes.salutation.trim() || null : changes.salutation,
  }
}
