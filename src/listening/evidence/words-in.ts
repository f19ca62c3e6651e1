import { fold } from "../text/fold.ts"
import { Tokens } from "../text/tokens.ts"

export interface Said {
  word: string
  /** As written. */
  written: string
  /** Written with a capital, and not because a sentence begins. */
  isName: boolean
}

const LONGEST = 20_000

/** The words of a text, folded, in their order; those of links left out. */
export function wordsIn(text: string): Said[] {
  const read = new Tokens().read(text.slice(0, LONGEST))
  const found: Said[] = []
  for (let n = 0; n < read.count; n++) {
    const word = read.words[n]!
    if (word === "") continue
    const [start, end] = [read.starts[n]!, read.ends[n]!]
    const written = text.slice(start, end)
    found.push({ word: fold(word), written, isName: isNameAt(text, start, written) })
  }
  return found
}

function isNameAt(text: string, start: number, written: string): boolean {
  if (!/^\p{Lu}\p{L}/u.test(written)) return false
  const before = text.slice(Math.max(0, start - 4), start)
  return start > 0 && !/[.!?…\n:«“"(]\s*$/u.test(before)
}

/** What the forms of a word have in common, roughly: `transféré` and `transfer` are `transf`, `scanner` and `scanned` are `scan`. */
export function rootOf(word: string): string {
  const bare = word.length > 4 ? word.replace(/(?:es|s|x)$/, "") : word
  return bare.replace(/([bdfgmnprt])\1(?:ed|er|ing|e|ee)$/, "$1").slice(0, 6)
}
