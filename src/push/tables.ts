import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"
import type { About } from "./about.ts"

export type PushTables = {
  push_keys: { single: Generated<boolean>; public_key: string; sealed: Buffer; made_at: Date }
  push_subscriptions: {
    id: string
    agent_id: string
    session_id: string
    endpoint: string
    sealed: Buffer
    browser: string
    created_at: Date
    told_at: ColumnType<Date | null, null, Date>
    failed_why: ColumnType<string | null, null, string | null>
  }
  push_tellings: {
    id: string
    subscription_id: string
    about: ColumnType<About, string, never>
    due_at: Date
    expires_at: Date
    attempts: Generated<number>
    leased_until: Date | null
  }
}

export type Subscription = Selectable<PushTables["push_subscriptions"]>
export type Telling = Selectable<PushTables["push_tellings"]>

/** This room's tables, through whatever reads or writes. */
export function room(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<PushTables>()
}
