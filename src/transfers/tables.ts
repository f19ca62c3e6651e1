import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"

/** A jsonb column: read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string | undefined, string>

export type TransferKind = "mbox" | "maildir" | "contacts" | "zendesk" | "chatwoot" | "mentions"
export type TransferState = "draft" | "waiting" | "running" | "stopping" | "stopped" | "failed" | "done"
export type Counts = Partial<Record<"cases" | "messages" | "contacts" | "completed" | "mentions" | "changed" | "known", number>>

/** A file that a run reads. */
export interface TransferFile {
  name: string
  path: string
  size: number
}

export type TransferTables = {
  transfers: TransfersTable
  transfer_skips: { transfer_id: string; place: number; item: string; reason: string; detail: string }
  transfer_items: {
    transfer_id: string
    kind: string
    key: string
    parent: string
    at: Date | null
    place: number
    body: Json<unknown>
  }
}

export type TransferRow = Selectable<TransfersTable>

interface TransfersTable {
  id: string
  kind: TransferKind
  name: string
  runs_in: "server" | "terminal"
  state: TransferState
  settings: Json<unknown>
  files: Json<TransferFile[]>
  phase: Generated<"reading" | "filing">
  place: Json<Record<string, number | string>>
  total: number | null
  done: Generated<number>
  skipped: Generated<number>
  current: Generated<string>
  counts: Json<Counts>
  problem: string | null
  by_actor: string
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
  moved_at: Date
}

/** This room's tables, through whatever reads or writes. */
export function room(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<TransferTables>()
}
