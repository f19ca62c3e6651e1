import { nameWords } from "../evidence/name-likeness.ts"
import { addressesIn, caseNumbersIn, isReference, plainAddress, plainReference, referencesIn } from "../evidence/references-in.ts"
import { fold } from "../text/fold.ts"
import { Tokens } from "../text/tokens.ts"

/** What a case knows and the public doesn't. */
export interface PrivateFacts {
  number: number
  names: readonly string[]
  references: readonly string[]
  /** Mail addresses and telephone numbers. */
  addresses: readonly string[]
  words: readonly string[]
  /** What was said in the open already, by whoever it concerns: it may be said again. */
  open: readonly string[]
}

export const PRIVATE_KINDS = ["name", "reference", "case-number", "address", "place", "quote"] as const

export interface PrivatePiece {
  kind: (typeof PRIVATE_KINDS)[number]
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
  text: string
  /** What of the case it tells. */
  own: string
}

/** So many words in a row, the same as in the case, are a quotation; with a number first, fewer are an address. */
const QUOTE = 5
const PLACE = 3
const SOFT_INSIDE: ReadonlySet<PrivatePiece["kind"]> = new Set(["name", "place"])
/** So many signs of a reference are no chance, however they are parted. */
const PARTED = 6

/** Private facts of a case that stand in a text which is to be published, in their order. */
export function findPrivate(text: string, facts: PrivateFacts): PrivatePiece[] {
  const open = facts.open.join("\n")
  const found = [...numbersIn(text, facts, open), ...namesOf(text, facts, open), ...quotesIn(text, facts, open)]
  const ordered = found.sort((a, b) => a.start - b.start || b.end - a.end)
  // A name inside a quotation is told once; a number there is told by itself, for it takes more to release it.
  return ordered.filter(
    (piece, n) =>
      !ordered.slice(0, n).some((other) => other.end >= piece.end && (other.kind === piece.kind || SOFT_INSIDE.has(piece.kind))),
  )
}

/** With what stands before a number or inside it read as what it is for: of the same length. */
const readable = (text: string): string => text.replaceAll("#", " ").replace(/[\u2010\u2011]/g, "-")

function numbersIn(text: string, { references, addresses, number }: PrivateFacts, open: string): PrivatePiece[] {
  const [here, said] = [readable(text), readable(open)]
  const known = knownReferences(references)
  const places = new Map(addresses.map((one) => [plainAddress(one), one]))
  const saidReferences = new Set(referencesIn(said).map(({ plain }) => plain))
  const saidAddresses = new Set(addressesIn(said).map(({ plain }) => plain))
  return [
    ...referencesIn(here).flatMap(({ written, plain }) =>
      known.has(plain) && !saidReferences.has(plain) ? placed(text, here, written, "reference", known.get(plain)!) : [],
    ),
    ...[...known].flatMap(([plain, own]) => (saidReferences.has(plain) ? [] : partedIn(text, here, said, plain, own))),
    ...addressesIn(here).flatMap(({ written, plain }) =>
      places.has(plain) && !saidAddresses.has(plain) ? placed(text, here, written, "address", places.get(plain)!) : [],
    ),
    ...caseNumbersIn(text).flatMap((one) => (one.number === number ? placed(text, text, one.written, "case-number", `#${number}`) : [])),
  ]
}

/** References as they are compared, whole and without the letters before them, each with how the case writes it. */
function knownReferences(references: readonly string[]): Map<string, string> {
  const known = new Map<string, string>()
  for (const own of references)
    for (const plain of [plainReference(own), ...referencesIn(readable(own)).map((one) => one.plain)])
      if (isReference(plain) && !known.has(plain)) known.set(plain, own)
  return known
}

/** A reference with spaces, dots or hyphens anywhere between its signs; a part of a longer number isn't one. */
function partedIn(text: string, here: string, said: string, plain: string, own: string): PrivatePiece[] {
  if (plain.length < PARTED || !/^[\p{L}\p{N}]+$/u.test(plain)) return []
  const [before, after] = /^\d+$/.test(plain) ? ["(?<!\\d[\\s.-])", "(?![\\s.-]\\d)"] : ["", ""]
  const signs = [...plain].join("[ \\t\u00a0\u202f./–-]{0,2}")
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${before}${signs}(?![\\p{L}\\p{N}])${after}`, "giu")
  if (said.search(pattern) >= 0) return []
  return [...here.matchAll(pattern)].map(({ index, 0: written }) => {
    const end = index + written.length
    return { kind: "reference", start: index, end, text: text.slice(index, end), own }
  })
}

function placed(text: string, here: string, written: string, kind: PrivatePiece["kind"], own: string): PrivatePiece[] {
  const found: PrivatePiece[] = []
  for (let start = here.indexOf(written); start >= 0; start = here.indexOf(written, start + written.length)) {
    const end = start + written.length
    found.push({ kind, start, end, text: text.slice(start, end), own })
  }
  return found
}

interface Word {
  word: string
  start: number
  end: number
}

function wordsOf(text: string): Word[] {
  const read = new Tokens().read(text)
  return Array.from({ length: read.count }, (_, n) => ({ word: fold(read.words[n]!), start: read.starts[n]!, end: read.ends[n]! })).filter(
    ({ word }) => word !== "",
  )
}

/** Words of names count where they are written as names, or two of one name stand together: Rose doesn't forbid roses. */
function namesOf(text: string, { names }: PrivateFacts, open: string): PrivatePiece[] {
  const said = new Set(wordsOf(open).map(({ word }) => word))
  const known = Map.groupBy(
    names.flatMap((name) => nameWords(name).map((word) => ({ word, name }))),
    ({ word }) => word,
  )
  const here = wordsOf(text)
  const together = (word: string, other: Word | undefined): boolean =>
    other !== undefined &&
    other.word !== word &&
    [word, other.word].every(({ length }) => length >= 2) &&
    (known.get(other.word) ?? []).some(({ name }) => known.get(word)!.some((one) => one.name === name))
  return here.flatMap(({ word, start, end }, n) => {
    const own = known.get(word)?.at(-1)?.name
    if (!own || said.has(word)) return []
    const written = text.slice(start, end)
    const isNamed = (word.length >= 3 && /^\p{Lu}/u.test(written)) || together(word, here[n - 1]) || together(word, here[n + 1])
    return isNamed ? [{ kind: "name" as const, start, end, text: written, own }] : []
  })
}

function quotesIn(text: string, { words }: PrivateFacts, open: string): PrivatePiece[] {
  const own = runsOf(words)
  const said = runsOf([open])
  const here = wordsOf(text)
  const found: PrivatePiece[] = []
  for (let at = 0; at < here.length; at++) {
    const least = isHouseNumber(here[at]!.word) ? PLACE : QUOTE
    const key = keyOf(here, at, least)
    if (key === null || !own.has(key) || said.has(key)) continue
    const last = found.at(-1)
    const [start, end] = [here[at]!.start, here[at + least - 1]!.end]
    if (last?.kind === "quote" && least === QUOTE && start < last.end) {
      last.end = end
      last.text = text.slice(last.start, end)
      last.own = last.text
    } else found.push({ kind: least === PLACE ? "place" : "quote", start, end, text: text.slice(start, end), own: own.get(key)! })
  }
  return found
}

/** Runs of words, each with how it is written. */
function runsOf(texts: readonly string[]): Map<string, string> {
  const runs = new Map<string, string>()
  for (const text of texts) {
    const words = wordsOf(text)
    for (let at = 0; at < words.length; at++)
      for (const length of isHouseNumber(words[at]!.word) ? [PLACE, QUOTE] : [QUOTE]) {
        const key = keyOf(words, at, length)
        if (key !== null) runs.set(key, text.slice(words[at]!.start, words[at + length - 1]!.end))
      }
  }
  return runs
}

const isHouseNumber = (word: string): boolean => /^\d{1,4}$/.test(word)

function keyOf(words: readonly Word[], at: number, length: number): string | null {
  const run = words.slice(at, at + length)
  return run.length < length ? null : run.map(({ word }) => word).join(" ")
}
