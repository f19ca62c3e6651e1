import type { Generated, Selectable } from "kysely"
import type { Reader } from "#platform"

export interface MailboxesTable {
  id: string
  inbox_id: string
  host: string
  port: number
  security: "tls" | "starttls" | "none"
  username: string
  sealed_secret: Buffer
  folder: Generated<string>
  after_reading: Generated<"nothing" | "mark-seen" | "move" | "delete">
  move_to: string | null
  state: Generated<"new" | "reading" | "idle" | "failing">
  /** JSON of a `MailboxProblem`. */
  problem: string | null
  on_server: number | null
  held: number | null
  missing: number | null
  checked_at: Date | null
  created_at: Date
  paused_at: Date | null
}

export interface MailboxItemsTable {
  mailbox_id: string
  uid_validity: number
  uid: number
  sha256: string
  taken_at: Date
  settled: Generated<boolean>
}

export type ImapTables = {
  mailboxes: MailboxesTable
  mailbox_items: MailboxItemsTable
}

export type Mailbox = Selectable<MailboxesTable>

export function imapTables(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<ImapTables>()
}
