import type { Expression, Selectable, SqlBool } from "kysely"
import type { Actor } from "#people"
import { Forbidden, isId, NotFound, type Reader } from "#platform"
import type { ContactTables } from "./tables.ts"

export type Contact = Selectable<ContactTables["contacts"]>

/** What contacts must ask of the room above about an actor who doesn't see every inbox. */
export interface ContactSight {
  /** Whether a conversation in one of these inboxes involves the contact, under any of its ids (`mergedIdsOf`). */
  contactInInboxes(reader: Reader, contactId: string, inboxIds: readonly string[]): Promise<boolean>
  /** The same as a condition on one contact's own id, for a list. */
  inInboxes(contactId: Expression<string>, inboxIds: readonly string[]): Expression<SqlBool>
}

/**
 * The contact, when the actor may see it: anybody who sees every inbox may, others when a conversation of theirs involves it. An id
 * that was merged away gives the contact that it means now. Without `sight`, only those who see every inbox find anything.
 * @throws NotFound
 */
export async function accessContact(actor: Actor, reader: Reader, id: string, sight?: ContactSight): Promise<Contact> {
  const contact = isId(id) ? await findContact(reader, id) : null
  if (contact && (await seesContact(actor, reader, contact.id, sight))) return contact
  throw new NotFound("contacts.notFound")
}

/** The same for somebody who is about to change it. @throws NotFound, Forbidden for observers */
export async function accessContactToChange(actor: Actor, reader: Reader, id: string, sight?: ContactSight): Promise<Contact> {
  const contact = await accessContact(actor, reader, id, sight)
  mayChange(actor)
  return contact
}

export async function seesContact(actor: Actor, reader: Reader, id: string, sight?: ContactSight): Promise<boolean> {
  if (actor.inboxes === "every") return true
  return actor.inboxes.length > 0 && sight !== undefined && (await sight.contactInInboxes(reader, id, actor.inboxes))
}

/** @throws Forbidden for observers */
export function mayChange(actor: Actor): void {
  if (actor.role === "observer") throw new Forbidden("contacts.readOnly")
}

async function findContact(reader: Reader, id: string): Promise<Contact | null> {
  const found = await reader.sql
    .withTables<ContactTables>()
    .selectFrom("contacts as asked")
    .innerJoin("contacts as standing", (join) => join.on((on) => on("standing.id", "=", on.fn.coalesce("asked.merged_into", "asked.id"))))
    .selectAll("standing")
    .where("asked.id", "=", id)
    .executeTakeFirst()
  return found ?? null
}
