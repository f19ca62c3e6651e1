import type { ColumnType, Generated } from "kysely"
import type { Reader } from "#platform"

export const HELPS = ["summary", "answer", "translation", "tone"] as const
export type Help = (typeof HELPS)[number]

export type WritingHelpTables = {
  writing_help_settings: {
    one: Generated<boolean>
    base_url: string
    sealed_key: Buffer | null
    model: string
    helps: ColumnType<Help[], string[], string[]>
    updated_by: string
    updated_at: Date
  }
  writing_helps: {
    id: string
    help: Help
    case_id: string
    article_ids: string[]
    model: string
    by_actor: string
    at: Date
    outcome: string | null
    used_at: Date | null
  }
}

/** These tables, through whatever reads or writes. */
export function desk(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<WritingHelpTables>()
}
