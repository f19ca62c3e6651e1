import type { Generated, Selectable } from "kysely"
import type { Reader } from "#platform"

type TaggingTables = { tag_changes: TagChangesTable }

type TagChangesTable = {
  id: string
  tag: string
  becomes: string | null
  total: number
  changed: Generated<number>
  by_actor: string
  at: Date
  finished_at: Date | null
}

export type TagChangeRow = Selectable<TagChangesTable>

/** Tags that are being changed everywhere, through whatever reads or writes. */
export function tagging(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<TaggingTables>()
}
