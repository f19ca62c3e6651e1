import { caseForTies } from "#cases"
import { accessContact, mergedIdsOf, outsideFactsOf, presentContacts } from "#contacts"
import { conversationsOfCases, wordsForTies } from "#conversations"
import { systemActor } from "#people"
import { NotFound, type Reader } from "#platform"
import { referencesIn } from "../evidence/references-in.ts"
import type { OwnSide } from "../evidence/sides.ts"
import { hasNoCase } from "./candidates.ts"
import type { Whose } from "./tables.ts"

export const TIES = systemActor("ties")
const TEXTS = 60

/** What a mention may belong to, as it is held against it. Null when it isn't there; of a person, when they have a case by now. */
export const sideOf = (reader: Reader, whose: Whose): Promise<OwnSide | null> =>
  "caseId" in whose ? ownSide(reader, whose.caseId) : sideOfPerson(reader, whose.contactId)

/** A case: what the customer gave and wrote, what was noted, what systems told. */
export async function ownSide(reader: Reader, caseId: string): Promise<(OwnSide & { number: number }) | null> {
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

/** Somebody who has no case: what they gave, and what systems told of them. */
async function sideOfPerson(reader: Reader, contactId: string): Promise<OwnSide | null> {
  const ids = await mergedIdsOf(reader, contactId)
  return ids.length === 0 || !(await hasNoCase(reader, ids)) ? null : sideOfContact(reader, contactId)
}

/** What somebody gave, whether they have a case or not. */
export async function sideOfContact(reader: Reader, contactId: string, most = FACTS): Promise<OwnSide> {
  const { name, handles, references, addresses, facts, moments } = await personOf(reader, contactId, most)
  return { number: null, names: [name].filter(Boolean), handles, references, addresses, labels: facts, words: [], moments }
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

/** The latest facts are evidence; the guard asks for all. */
const FACTS = 40

export async function personOf(reader: Reader, contactId: string | null, most = FACTS): Promise<Person> {
  if (!contactId) return NOBODY
  const contact = await accessContact(TIES, reader, contactId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  const [view] = contact ? await presentContacts(reader, [contact]) : []
  if (!view) return NOBODY
  const facts = (await outsideFactsOf(reader, view.id)).slice(-most)
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
