import type { ColumnType } from "kysely"

/** A text search vector is written by SQL alone, and never read whole. */
type Vector = ColumnType<never, never, never>

/** A type, not an interface: `withTables` asks for an index signature. */
export type SearchTables = {
  search_entries: SearchEntriesTable
  search_contacts: { id: string; name: string; plain: string; words: Vector }
  search_words: { word: string; n: number }
  search_new_words: { word: string; n: number }
}

interface SearchEntriesTable {
  id: string
  kind: EntryKind
  case_id: string
  conversation_id: string | null
  inbox_ids: string[]
  spans: number[]
  at: Date
  subject: string
  words: Vector
}

export type EntryKind = "message" | "note" | "case" | "satisfaction"
