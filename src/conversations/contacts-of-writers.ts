import { contactsOfAddresses, noteClues, phonesIn } from "#contacts"
import type { Tx } from "#platform"
import type { Incoming } from "./channel.ts"
import { INTAKE } from "./heard.ts"

/** The contact of who wrote each message, made where there was none; null where no single author is named. */
export async function contactsOfWriters(tx: Tx, incomings: readonly Incoming[]): Promise<(string | null)[]> {
  const written = incomings.filter(({ from }) => from?.address)
  const found = await contactsOfAddresses(
    INTAKE,
    tx,
    written.map(({ from, identity, channel }) => ({
      address: from!.address,
      name: from!.name,
      verified: identity === "verified" ? "dmarc" : null,
      source: channel,
    })),
  )
  const contacts = new Map(written.map((incoming, n) => [incoming, found[n]!.contactId]))
  for (const [incoming, contactId] of contacts) {
    const phones = phonesIn(incoming.signature)
    if (phones.length) await noteClues(INTAKE, tx, contactId, { phones })
  }
  return incomings.map((incoming) => contacts.get(incoming) ?? null)
}
