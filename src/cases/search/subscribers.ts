import type { Fact, Reader, Subscriber } from "#platform"
import { forgetContact, type FoundableContact, indexContact, indexContacts } from "./index-contacts.ts"
import { type FoundableMessage, type FoundableNote, indexMessage, indexNote } from "./index-entry.ts"
import { forgetEntries } from "./refile.ts"

/** What the rooms below tell of what can be found. Null: it is not there, or not to be found (a merged contact). */
export interface Foundables {
  message(reader: Reader, id: string): Promise<FoundableMessage | null>
  note(reader: Reader, id: string): Promise<FoundableNote | null>
  contact(reader: Reader, id: string): Promise<FoundableContact | null>
  contacts(reader: Reader, ids: readonly string[]): Promise<readonly FoundableContact[]>
}

/** Keeps the search as new as what it finds, in the same transaction. To be subscribed after the cases: a message is found under its case. */
export function searchSubscribers(foundables: Foundables): [Fact["kind"], Subscriber][] {
  const message: Subscriber = async (tx, { about }) => {
    const found = about.message ? await foundables.message(tx, about.message) : null
    if (found) await indexMessage(tx, found)
  }
  const note: Subscriber = async (tx, { about }) => {
    const found = about.message ? await foundables.note(tx, about.message) : null
    if (found) await indexNote(tx, found)
  }
  const contact: Subscriber = async (tx, { about, data }) => {
    for (const id of [about.contact, data?.["mergedId"], data?.["restoredId"]]) {
      if (typeof id !== "string") continue
      const found = await foundables.contact(tx, id)
      await (found ? indexContact(tx, found) : forgetContact(tx, id))
    }
  }
  const past: Subscriber = async (tx, { data }) => {
    const ids = [data?.["contactIds"], data?.["completedIds"]].flatMap((some) => (Array.isArray(some) ? some.map(String) : []))
    if (ids.length) await indexContacts(tx, await foundables.contacts(tx, ids))
  }
  const forget: Subscriber = async (tx, { about }) => {
    if (about.message) await forgetEntries(tx, [about.message])
  }
  return [
    ["message.received", message],
    ["message.queued", message],
    ["message.answered-elsewhere", message],
    ["message.noted-by-mail", message],
    ["message.cancelled", forget],
    ["note.added", note],
    ["note.changed", note],
    ["history.imported", past],
    ["contact.created", contact],
    ["contact.changed", contact],
    ["contact.identity-added", contact],
    ["contact.identity-removed", contact],
    ["contact.merged", contact],
    ["contact.unmerged", contact],
  ]
}
