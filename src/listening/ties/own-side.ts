import { caseForTies } from "#cases"
import { accessContact, outsideFactsOf, presentContacts } from "#contacts"
import { conversationsOfCases, wordsForTies } from "#conversations"
import { systemActor } from "#people"
import { NotFound, type Reader } from "#platform"
import { referencesIn } from "../evidence/references-in.ts"
import type { OwnSide } from "../evidence/sides.ts"

export const TIES = systemActor("ties")
const TEXTS = 60

/** A case as it is held against mentions: what the customer gave and wrote, what was noted, what systems told. Null when it isn't there. */
export async function ownSide(reader: Reader, caseId: string): Promise<OwnSide | null> {
  const found = await caseForTies(reader, caseId)
  if (!found) return null
  const conversations = (await conversationsOfCases(reader, [found.id])).get(found.id) ?? []
  const [texts, person] = await Promise.all([wordsForTies(reader, conversations, TEXTS), personOf(reader, found.contactId)])
  const words = [found.subject, ...texts.flatMap(({ subject, text }) => [subject, text]), ...found.promises].filter(Boolean)
  return {
    number: found.number,
    names: [person.name, ...texts.map(({ from }) => from)].filter((name, n, all) => name !== "" && all.indexOf(name) === n),
    handles: person.handles,
    references: [
      ...new Set([...person.references, ...found.labels, ...referencesIn(words.join("\n")).map(({ written }) => written.trim())]),
    ],
    addresses: person.addresses,
    labels: [...found.labels, ...person.facts],
    words,
    moments: [found.createdAt, ...texts.map(({ at }) => at), ...person.moments],
  }
}

interface Person {
  name: string
  handles: { network: string; value: string; verified: boolean }[]
  references: string[]
  addresses: string[]
  facts: string[]
  moments: Date[]
}

const NOBODY: Person = { name: "", handles: [], references: [], addresses: [], facts: [], moments: [] }

async function personOf(reader: Reader, contactId: string | null): Promise<Person> {
  if (!contactId) return NOBODY
  const contact = await accessContact(TIES, reader, contactId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const [view] = contact ? await presentContacts(reader, [contact]) : []
  if (!view) return NOBODY
  const facts = (await outsideFactsOf(reader, view.id)).slice(-40)
  const of = (...kinds: string[]) => view.identities.filter(({ kind }) => kinds.includes(kind))
  return {
    name: view.name,
    handles: of("handle").map(({ network, value, verifiedAt }) => ({ network, value, verified: verifiedAt !== null })),
    references: [...of("reference").map(({ value }) => value), ...facts.map(({ reference }) => reference)].filter(Boolean),
    addresses: of("email", "phone").map(({ value }) => value),
    facts: facts.map(({ text }) => text).filter(Boolean),
    moments: facts.map(({ occurred_at }) => occurred_at),
  }
}
