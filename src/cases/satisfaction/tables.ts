import type { Generated } from "kysely"
import type { Reader } from "#platform"

/** How customers say how it went; see migrations/0013-figures.sql. */
export type SatisfactionTables = {
  satisfaction_settings: { inbox_id: string; choices: 3 | 5; set_by: string; set_at: Date }
  satisfaction_questions: SatisfactionQuestionsTable
}

export type SatisfactionQuestionsTable = {
  id: string
  case_id: string
  change_id: string
  contact_id: string
  language: "en" | "fr"
  choices: 3 | 5
  due_at: Date
  asked_at: Date | null
  message_id: string | null
  conversation_id: string | null
  dropped: string | null
  value: number | null
  words: Generated<string>
  answered_at: Date | null
  changed_at: Date | null
  reopened_at: Date | null
}

/** The tables of satisfaction, through whatever reads or writes. */
export function satisfaction(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<SatisfactionTables>()
}
