import type { Fact, Reader, Subscriber, TakesTogether } from "#platform"
import { forgetContact, type FoundableContact, indexContacts } from "./index-contacts.ts"
import { type FoundableMessage, type FoundableNote, indexMessages, indexNote } from "./index-entry.ts"
import { forgetEntries } from "./refile.ts"

/** What the rooms below tell of what can be found; absent, or null: it is not there, or not to be found (a merged contact). */
export interface Foundables {
  messages(reader: Reader, ids: readonly string[]): Promise<readonly FoundableMessage[]>
  note(reader: Reader, id: string): Promise<FoundableNote | null>
  contacts(reader: Reader, ids: readonly string[]): Promise<readonly FoundableContact[]>
}

/** Keeps the search as new as what it finds, in the same transaction. To be subscribed after the cases: a message is found under its case. */
export function searchSubscribers(foundables: Foundables): [Fact["kind"], Subscriber | TakesTogether][] {
  const message: TakesTogether = {
    async together(tx, facts) {
      await indexMessages(
        tx,
        await foundables.messages(
          tx,
          facts.flatMap(({ about }) => about.message ?? []),
        ),
      )
    },
  }
  const note: Subscriber = async (tx, { about }) => {
    const found = about.message ? await foundables.note(tx, about.message) : null
    if (found) await indexNote(tx, found)
  }
  const contact: TakesTogether = {
    async together(tx, facts) {
      const named = facts.flatMap(({ about, data }) => [about.contact, data?.["mergedId"], data?.["restoredId"]])
      const ids = [...new Set(named.filter((id) => typeof id === "string"))]
      const found = await foundables.contacts(tx, ids)
      if (found.length) await indexContacts(tx, found)
      const there = new Set(found.map(({ id }) => id))
      for (const id of ids) if (!there.has(id)) await forgetContact(tx, id)
    },
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
