/** A place in the text of a query, in UTF-16 units; the end is the place after it. */
export interface Span {
  start: number
  end: number
}

/** Fields whose words are looked for one after the other, as in the text itself. */
export type WordField = "title" | "author" | "url"
/** Fields that have one value, or a few. */
export type ValueField = "site" | "lang" | "source" | "country" | "has"
export type NumberField = "rating" | "followers"

/** These words, one after the other. Folded; `*` and `?` are wildcards, and `*` alone is any word. */
export interface Words extends Span {
  kind: "words"
  /** Null is everywhere: the title and the text. */
  field: WordField | null
  words: readonly string[]
}

/** This, written exactly so, accents, case and punctuation. */
export interface Raw extends Span {
  kind: "raw"
  text: string
}

export interface Value extends Span {
  kind: "value"
  field: ValueField
  value: string
}

/** From `min` to `max`; each excluded when it is open. */
export interface Range extends Span {
  kind: "range"
  field: NumberField
  min: number
  max: number
  minOpen: boolean
  maxOpen: boolean
}

/** Both, with at most so many words between; when ordered, the left one first. */
export interface Near extends Span {
  kind: "near"
  ordered: boolean
  distance: number
  left: Query
  right: Query
}

/** Two or more parts, none of the same kind. */
export interface And extends Span {
  kind: "and"
  parts: readonly Query[]
}

export interface Or extends Span {
  kind: "or"
  parts: readonly Query[]
}

export interface Not extends Span {
  kind: "not"
  part: Query
}

/** A query as it is understood; `parseQuery` makes it, `printQuery` writes it. */
export type Query = Words | Raw | Value | Range | Near | And | Or | Not
export type Leaf = Words | Raw | Value | Range
