import type { ColumnType, Selectable } from "kysely"
import type { Counting } from "#conversations"
import type { Reader } from "#platform"

/** A jsonb column: read as a value, written as JSON text. */
type AsJson<T> = ColumnType<T, string, string>

export const APPROVALS = ["nobody", "everybody", "teams"] as const

/** Why an account couldn't speak: a code that has a sentence, and the place's own words. */
export interface AccountTrouble {
  code: string
  answer: string
}

export type SocialTables = {
  social_accounts: {
    id: string
    kind: string
    name: string
    settings: AsJson<unknown>
    sealed_secret: Buffer | null
    author_key: string
    handle: string
    url: string | null
    counting: AsJson<Omit<Counting, "by"> & Partial<Counting>>
    approval: (typeof APPROVALS)[number]
    approval_teams: string[]
    approvers: string[]
    trouble: ColumnType<AccountTrouble | null, string | null, string | null>
    checked_at: Date
    created_by: string
    created_at: Date
    updated_at: Date
    removed_at: Date | null
  }
}

export type SocialAccount = Selectable<SocialTables["social_accounts"]>

/** The table of accounts, through whatever reads or writes. */
export function room(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<SocialTables>()
}
