import { nameWords } from "../evidence/name-likeness.ts"
import { codesAmong, codesIn, type Figure, sumsIn } from "./figures-in.ts"
import { numbersIn } from "./numbers-in.ts"
import { streetsIn } from "./streets-in.ts"
import { isHouseNumber, type Word, wordsOf } from "./words-of.ts"

/** What a case knows and the public doesn't. */
export interface PrivateFacts {
  /** Of the case; null: of none. */
  number: number | null
  names: readonly string[]
  /** Words of names that are common besides: alone, in small letters, they are no hint of anybody. */
  common: ReadonlySet<string>
  references: readonly string[]
  /** Mail addresses and telephone numbers that the customer gave; those in `words` count as well. */
  addresses: readonly string[]
  /** Addresses at which the company is written to: they are everybody's. */
  ours: readonly string[]
  words: readonly string[]
  /** What can be quoted of them, where that isn't each as a whole. */
  sentences?: readonly string[]
  /** What was said in the open already, by whoever it concerns: it may be said again. */
  open: readonly string[]
}

export const PRIVATE_KINDS = ["name", "reference", "case-number", "address", "place", "sum", "quote"] as const

export interface PrivatePiece {
  kind: (typeof PRIVATE_KINDS)[number]
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
  text: string
  /** What of the case it tells. */
  own: string
  /** It may be one: shown to who writes, and nothing waits for it. */
  soft?: true
}

/** So many words in a row, the same as in the case, are a quotation; with a number first, fewer are an address. */
export const QUOTE = 5
const PLACE = 3
const SOFT_INSIDE: ReadonlySet<PrivatePiece["kind"]> = new Set(["name", "place", "sum"])

/** Private facts of a case that stand in a text which is to be published, in their order. */
export function findPrivate(text: string, facts: PrivateFacts): PrivatePiece[] {
  const open = facts.open.join("\n")
  const found = [
    ...numbersIn(text, facts, open),
    ...namesOf(text, facts, open),
    ...quotesIn(text, facts, open),
    ...figuresIn(text, facts, open),
  ]
  const ordered = found.sort((a, b) => a.start - b.start || b.end - a.end)
  // A name inside a quotation is told once; a number there is told by itself, for it takes more to release it.
  return ordered.filter(
    (piece, n) =>
      !ordered.slice(0, n).some((other) => other.end >= piece.end && (other.kind === piece.kind || SOFT_INSIDE.has(piece.kind))),
  )
}

/** Streets with their number behind them, sums of money and short codes that the case has, too. */
function figuresIn(text: string, { words }: PrivateFacts, open: string): PrivatePiece[] {
  const own = words.join("\n")
  const among = (
    kind: PrivatePiece["kind"],
    here: readonly Figure[],
    there: readonly Figure[],
    said: readonly Figure[],
  ): PrivatePiece[] => {
    const known = new Map(there.map((one) => [one.key, own.slice(one.start, one.end)]))
    for (const { key } of said) known.delete(key)
    return here.flatMap(({ key, start, end }) =>
      known.has(key) ? [{ kind, start, end, text: text.slice(start, end), own: known.get(key)! }] : [],
    )
  }
  const codes = codesIn(own)
  const known = new Set(codes.map(({ key }) => key))
  return [
    ...among("place", streetsIn(text), streetsIn(own), streetsIn(open)),
    ...among("sum", sumsIn(text), sumsIn(own), sumsIn(open)),
    ...among("reference", codesAmong(text, known), codes, codesAmong(open, known)),
  ]
}

/**
 * Words of names count where they are written as names, or two of one name stand together: Rose doesn't forbid roses. One alone in small
 * letters may be one.
 */
function namesOf(text: string, { names, common }: PrivateFacts, open: string): PrivatePiece[] {
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
    if (!isNamed && (word.length < 4 || common.has(word))) return []
    return [{ kind: "name" as const, start, end, text: written, own, ...(isNamed ? {} : { soft: true as const }) }]
  })
}

function quotesIn(text: string, { words, sentences = words }: PrivateFacts, open: string): PrivatePiece[] {
  const own = runsOf(sentences)
  const said = runsOf([open])
  const here = wordsOf(text)
  const found: PrivatePiece[] = []
  for (let at = 0; at < here.length; at++) {
    const least = beginsPlace(here, at) ? PLACE : QUOTE
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
      for (const length of beginsPlace(words, at) ? [PLACE, QUOTE] : [QUOTE]) {
        const key = keyOf(words, at, length)
        if (key !== null) runs.set(key, text.slice(words[at]!.start, words[at + length - 1]!.end))
      }
  }
  return runs
}

/** A house number and the words of its street: numbers alone are none. */
const beginsPlace = (words: readonly Word[], at: number): boolean =>
  isHouseNumber(words[at]!.word) && words.slice(at + 1, at + PLACE).some(({ word }) => /^\p{L}{2}/u.test(word))

function keyOf(words: readonly Word[], at: number, length: number): string | null {
  const run = words.slice(at, at + length)
  return run.length < length ? null : run.map(({ word }) => word).join(" ")
}
