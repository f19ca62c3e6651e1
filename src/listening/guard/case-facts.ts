import { caseForTies } from "#cases"
import { conversationsOfCases, wordsForGuard } from "#conversations"
import type { Reader } from "#platform"
import { nameWords } from "../evidence/name-likeness.ts"
import { allNamesIn } from "../evidence/names-in.ts"
import { referencesIn } from "../evidence/references-in.ts"
import { personOf, sideOfContact } from "../ties/own-side.ts"
import { rarityOf } from "../ties/rarity.ts"
import type { PrivateFacts } from "./find-private.ts"

/** So many signs of a case are read, the latest first. Of what is longer a person looks at what is to be published. */
const MOST = 500_000

type Known = Omit<PrivateFacts, "open" | "ours">

/** What a case knows, by who wrote it. */
export interface CaseFacts {
  contactId: string | null
  /** What the customer gave and wrote, what was noted and told by systems. */
  theirs: Known
  /** What the company and machines wrote, and what mails quote: private, but for what they write to anybody. */
  others: Known
  /** All of the case was read. */
  isWhole: boolean
}

/** Null where it isn't there. */
export async function caseFacts(reader: Reader, caseId: string): Promise<CaseFacts | null> {
  const found = await caseForTies(reader, caseId)
  if (!found) return null
  const conversations = (await conversationsOfCases(reader, [found.id])).get(found.id) ?? []
  const [said, person] = await Promise.all([wordsForGuard(reader, conversations, MOST), personOf(reader, found.contactId, Infinity)])
  const words = [found.subject, ...said.theirs.map(({ text }) => text), ...found.promises]
  const given = [person.name, ...said.theirs.map(({ from }) => from)].filter((name) => name !== "")
  const names = [...new Set([...given, ...words.flatMap(allNamesIn)])]
  const others = [...new Set(said.others.flatMap(allNamesIn))]
  const theirs = {
    number: found.number,
    names,
    common: without(names, await rareOf(reader, given)),
    references: [...person.references, ...found.labels, ...referencesOf(words)],
    addresses: person.addresses,
    words,
  }
  const written = {
    number: null,
    names: others,
    common: without(others, NONE),
    references: referencesOf(said.others),
    addresses: [],
    words: said.others,
    // Two turns of phrase, one after the other, are no words of their own.
    sentences: said.others.flatMap((text) => text.split(/[.!?;]\s+|\n/)),
  }
  return { contactId: found.contactId, theirs, others: written, isWhole: said.isWhole }
}

/** What somebody who has no case gave, and what systems told of them. */
export async function personsFacts(reader: Reader, contactId: string): Promise<Known> {
  const own = await sideOfContact(reader, contactId, Infinity)
  return { ...own, words: own.labels, common: without(own.names, await rareOf(reader, own.names)) }
}

const NONE: ReadonlySet<string> = new Set()

const referencesOf = (words: readonly string[]): string[] => [
  ...new Set(words.flatMap((text) => referencesIn(text).map(({ written }) => written.trim()))),
]

/** One text in a hundred has it. */
const COMMON = 0.01

/** Words of names that hint at somebody even in small letters. What only looks like a name in a text has none. */
async function rareOf(reader: Reader, names: readonly string[]): Promise<ReadonlySet<string>> {
  const words = [...new Set(names.flatMap(nameWords))]
  const rarity = await rarityOf(reader, words)
  return new Set(words.filter((word) => rarity(word) < COMMON))
}

const without = (names: readonly string[], rare: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(names.flatMap(nameWords).filter((word) => !rare.has(word)))
