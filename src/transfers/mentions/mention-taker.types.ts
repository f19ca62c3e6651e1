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
}

export interface TakenLines {
  added: number
  changed: number
  /** Kept before, and the same. */
  known: number
  leftOut: { line: number; reason: "not-mention" | "no-words" | "bad-field" | "same-key"; detail: string }[]
}

/** What the room that listens does with lines. Given again, nothing changes. */
export interface MentionTaker {
  /** Whether columns of these names hold what was said. */
  canRead(columns: readonly string[]): boolean
  take(source: MentionSource, form: "table" | "objects", lines: readonly GivenLine[]): Promise<TakenLines>
}
