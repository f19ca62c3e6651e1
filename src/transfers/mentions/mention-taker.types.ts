import type { DateOrder } from "#platform"

/** A line of a file that may be a mention: an object as the API takes it, or a table's cells by the names of their columns. */
export interface GivenLine {
  line: number
  given: unknown
}

/** Where a file says that it comes from: each name is a source of its own. */
export interface MentionSource {
  name: string
  /** What `source:` means in queries; null: as files are called. */
  place: string | null
  /** How dates in numbers are written: chosen, or proven by the whole column; null: those that can be read in two ways are refused. */
  dates: DateOrder | null
}

export interface TakenLines {
  added: number
  changed: number
  /** Kept before, and the same. */
  known: number
  leftOut: { line: number; reason: "not-mention" | "no-words" | "bad-field" | "same-key" | "ambiguous-date"; detail: string }[]
}

/** What the room that listens does with lines. Given again, nothing changes. */
export interface MentionTaker {
  /** Whether columns of these names hold what was said. */
  canRead(columns: readonly string[]): boolean
  /** Those in which it stands when something was said. */
  momentColumns(columns: readonly string[]): string[]
  /** A file, from its first line on. */
  begin(source: MentionSource, form: "table" | "objects"): LineTaker
}

export interface LineTaker {
  /** Lines that were taken before: their ids are theirs. */
  pass(lines: readonly GivenLine[]): void
  take(lines: readonly GivenLine[]): Promise<TakenLines>
}
