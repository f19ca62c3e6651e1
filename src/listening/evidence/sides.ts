/** What somebody said in the open, as it is compared. */
export interface OpenSide {
  title: string | null
  text: string
  /** What pictures show, as their authors describe them. */
  pictures: readonly string[]
  author: { name: string | null; handle: string | null } | null
  /** The network it was said on, and its site: where a handle counts as the same. */
  networks: readonly string[]
  country: string | null
  saidAt: Date
}

/** A case, or somebody who has none, as it is compared: what the customer gave, what happened, and what was written. */
export interface OwnSide {
  /** Of the case; null: of none. */
  number: number | null
  /** The customer's own name first. */
  names: readonly string[]
  handles: readonly { network: string; value: string; verified: boolean }[]
  /** Order and customer numbers. */
  references: readonly string[]
  /** Telephone numbers and mail addresses. */
  addresses: readonly string[]
  /** Labels and what systems outside told: product, service, state. */
  labels: readonly string[]
  /** What was written in the case, by the customer and about them. */
  words: readonly string[]
  /** When something was said or happened in it, any order. */
  moments: readonly Date[]
}

/** How often a word is said: the share of texts that have it, from nothing to one. */
export type Rarity = (word: string) => number

export const PIECE_KINDS = [
  "handle",
  "reference",
  "case-number",
  "address",
  "name",
  "date",
  "time",
  "place",
  "country",
  "product",
  "words",
  "picture",
  "other-handle",
  "other-name",
  "other-country",
  "other-date",
  "long-after",
] as const
export type PieceKind = (typeof PIECE_KINDS)[number]

/** One thing that speaks for the two being one story, or against it, with what it rests on on each side. */
export interface Piece {
  kind: PieceKind
  /** Natural logarithm of how many times likelier this is if the two are one than if they aren't. */
  weight: number
  /** What the mention says. */
  open: string
  /** What the case says. */
  own: string
}
