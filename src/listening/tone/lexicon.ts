import { english } from "./lexicon-en.ts"
import { french } from "./lexicon-fr.ts"

export const SIGNS = ["accusation", "danger", "legal", "boycott"] as const
export type SignKind = (typeof SIGNS)[number]

/** Words of one language, parted by white space, without accents: what they say of a tone, and of how grave it is. */
export interface Lexicon {
  negative: string
  positive: string
  /** Turn what follows them. */
  negators: string
  strong: string
  /** Praise that is often meant otherwise. */
  ironic: string
  /** Say that something is only said. */
  hearsay: string
  signs: Readonly<Record<SignKind, string>>
}

export type Tongue = "fr" | "en"
export const LEXICONS: Readonly<Record<Tongue, Lexicon>> = { fr: french, en: english }

export type EntryKind = "negative" | "positive" | "negator" | "strong" | "ironic" | "hearsay" | SignKind

export interface Entry {
  kind: EntryKind
  /** Each a word or, with `isOpen`, its beginning; a gap takes up to three words. */
  pieces: readonly { word: string; isOpen: boolean; isGap: boolean }[]
}

/** All entries of a language by the first two letters with which they begin. */
export type Entries = ReadonlyMap<string, readonly Entry[]>

const read = new Map<Tongue, Entries>()

export function entriesOf(tongue: Tongue): Entries {
  const known = read.get(tongue)
  if (known) return known
  const { negative, positive, negators, strong, ironic, hearsay, signs } = LEXICONS[tongue]
  const lists: [EntryKind, string][] = [
    ["negative", negative],
    ["positive", positive],
    ["negator", negators],
    ["strong", strong],
    ["ironic", ironic],
    ["hearsay", hearsay],
    ...SIGNS.map((sign): [EntryKind, string] => [sign, signs[sign]]),
  ]
  const entries = new Map<string, Entry[]>()
  for (const [kind, list] of lists)
    for (const written of list.split(/\s+/).filter(Boolean)) {
      const pieces = written
        .split("_")
        .map((piece) => ({ word: piece.replace("*", ""), isOpen: piece.endsWith("*"), isGap: piece === "…" }))
      const start = pieces[0]!.word.slice(0, 2)
      entries.set(start, [...(entries.get(start) ?? []), { kind, pieces }])
    }
  read.set(tongue, entries)
  return entries
}
