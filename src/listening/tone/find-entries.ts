import { Tokens } from "../text/tokens.ts"
import { type Entry, type EntryKind, entriesOf, type Tongue } from "./lexicon.ts"

const GAP = 3

/** An entry that stands in a text: by its words, and by where it is written. */
export interface Found {
  kind: EntryKind
  /** The place of its first word and of the one after its last. */
  at: number
  end: number
  /** As it is written in the text. */
  words: string
}

/** Everything that the lexicon of a language finds in a text, in the order of the text, and how many words the text has. */
export function findEntries(text: string, tongue: Tongue): { found: Found[]; words: number } {
  const tokens = new Tokens().read(text)
  const entries = entriesOf(tongue)
  const found: Found[] = []
  for (let at = 0; at < tokens.count; at++) {
    const written = tokens.words[at]!
    for (const entry of entries.get(written.slice(0, 2)) ?? []) {
      const end = endOf(entry, tokens, at)
      if (end > at) found.push({ kind: entry.kind, at, end, words: text.slice(tokens.starts[at], tokens.ends[end - 1]) })
    }
  }
  return { found: longest(found), words: tokens.count }
}

/** Where an entry that begins at this word ends, or -1. */
function endOf({ pieces }: Entry, tokens: Tokens, at: number): number {
  let n = at
  for (let p = 0; p < pieces.length; p++) {
    const piece = pieces[p]!
    if (piece.isGap) {
      const next = pieces[p + 1]!
      let skipped = 0
      while (skipped <= GAP && !fits(next, tokens.words[n])) [n, skipped] = [n + 1, skipped + 1]
      if (skipped > GAP) return -1
    } else if (fits(piece, tokens.words[n])) n++
    else return -1
  }
  return n
}

function fits({ word, isOpen }: Entry["pieces"][number], written: string | undefined): boolean {
  if (written === undefined) return false
  return isOpen ? written.startsWith(word) : written === word
}

/** Of the same kind, an expression counts once, by its longest form; `merci` is praise and a mark of irony, so kinds don't exclude each other. */
function longest(found: readonly Found[]): Found[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.kind === one.kind &&
          other.at <= one.at &&
          other.end >= one.end &&
          (other.end - other.at > one.end - one.at || found.indexOf(other) < found.indexOf(one)),
      ),
  )
}
