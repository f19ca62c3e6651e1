import { setImmediate } from "node:timers/promises"
import { textsForAll, textsForAllMark } from "#cases"
import { listInboxes } from "#conversations"
import { signatures } from "#people"
import type { Reader } from "#platform"
import { TIES } from "../ties/own-side.ts"
import { type PrivatePiece, QUOTE } from "./find-private.ts"
import { wordsOf } from "./words-of.ts"

/** What is said to everybody: as it is written, its words, and its digits. */
interface ForAll {
  text: string
  words: string
  digits: string
}

/** Texts with so many signs together are kept from one check to the next; more are read each time. */
const KEPT = 8_000_000
/** So many signs are read before others have their turn. */
const TURN = 20_000

let latest: { mark: string; texts: readonly ForAll[] } | null = null

/**
 * Of what the company says to everybody (templates, articles that anyone may read, signatures, what it and its people are called), the texts
 * that may say one of these pieces, too. They are hundreds at times, and few say any: all others needn't be held against anything.
 */
export async function forAllThatMaySay(reader: Reader, pieces: readonly PrivatePiece[]): Promise<string[]> {
  if (pieces.length === 0) return []
  const [written, people, inboxes] = await Promise.all([writtenForAll(reader), signatures(reader), listInboxes(TIES, reader)])
  const called = await read([...people, ...inboxes].flatMap(({ name, signature }) => [name, signature]).filter((text) => text !== ""))
  const isSaid = pieces.map(saying)
  return [...written, ...called].flatMap((one) => (isSaid.some((says) => says(one)) ? one.text : []))
}

async function writtenForAll(reader: Reader): Promise<readonly ForAll[]> {
  const mark = await textsForAllMark(reader)
  if (latest?.mark === mark) return latest.texts
  const texts = await read(await textsForAll(reader))
  latest = texts.reduce((sum, { text }) => sum + text.length, 0) > KEPT ? null : { mark, texts }
  return texts
}

async function read(texts: readonly string[]): Promise<ForAll[]> {
  const all: ForAll[] = []
  let signs = 0
  for (const text of texts) {
    all.push({ text, words: inRow(text), digits: text.replace(/\D/g, "") })
    signs += text.length
    if (signs < TURN) continue
    signs = 0
    await setImmediate()
  }
  return all
}

/** The words of a text in a row, parted and enclosed by spaces. */
export const inRow = (text: string): string =>
  ` ${wordsOf(text)
    .map(({ word }) => word)
    .join(" ")} `

/** Whether a text may say this piece, however it writes it: never no where it does. */
function saying({ kind, text }: PrivatePiece): (one: ForAll) => boolean {
  const own = wordsOf(text).map(({ word }) => word)
  const digits = text.replace(/\D/g, "")
  if (kind === "quote") {
    const runs = own.slice(QUOTE - 1).map((_, n) => ` ${own.slice(n, n + QUOTE).join(" ")} `)
    return ({ words }) => runs.some((run) => words.includes(run))
  }
  if (kind === "name") return ({ words }) => own.some((word) => words.includes(` ${word} `))
  if (kind === "place") {
    const numbers = own.filter((word) => /^\d/.test(word))
    const beginnings = own.flatMap((word) => (/^\p{L}/u.test(word) ? ` ${word.slice(0, 4)}` : []))
    return ({ words }) => numbers.some((word) => words.includes(` ${word} `)) && beginnings.some((word) => words.includes(word))
  }
  // With or without its cents, and the country's code.
  if (kind === "sum") return ({ digits: there }) => there.includes(digits.slice(0, Math.min(3, digits.length)))
  return digits === ""
    ? ({ words }) => words.replaceAll(" ", "").includes(own.join(""))
    : ({ digits: there }) => there.includes(digits.slice(-8))
}
