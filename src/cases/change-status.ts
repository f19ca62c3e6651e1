import { sql } from "kysely"
import { type Fact, newId, type Tx } from "#platform"
import { recordOf } from "./record.ts"
import { closeSilences, resumeSilences } from "./silence.ts"
import { type CaseRow, type Category, room } from "./tables.ts"

export interface StatusRef {
  id: string
  category: Category
}

interface Why {
  by: string
  /** How the fact is called; `case.status-changed` when nothing more is to be said. */
  kind?: `case.${string}`
  /** The message that brought it about. */
  messageId?: string
  /** A colleague opens a closed case again: who waited when it was closed has waited all along. */
  resume?: boolean
  data?: Fact["data"]
}

const CLOSED: readonly Category[] = ["resolved", "spam"]
/** Categories in which the clocks stand still. Snoozing changes nothing: who snoozes a case that waits for the customer doesn't start its clocks. */
const PAUSED: readonly Category[] = ["waiting", "resolved", "spam"]
const RUNNING: readonly Category[] = ["new", "open"]

export function isClosed(category: Category): boolean {
  return CLOSED.includes(category)
}

/**
 * Moves a case to a status, with all that hangs on it: the row that says who and when, the pause of the clocks, the snooze, the silence.
 * The caller holds the row, and adds the case up afterwards (`refreshCase`). Gives the id of the change.
 */
export async function changeStatus(tx: Tx, row: CaseRow, to: StatusRef, why: Why): Promise<string> {
  const tables = room(tx)
  const id = newId(tx.now)
  await tables
    .insertInto("status_changes")
    .values({
      id,
      case_id: row.id,
      from_status: row.status_id,
      to_status: to.id,
      category: to.category,
      by_actor: why.by,
      at: tx.now,
      message_id: why.messageId ?? null,
    })
    .execute()
  if (PAUSED.includes(to.category)) await beginPause(tx, row.id)
  if (RUNNING.includes(to.category)) await endPause(tx, row.id)
  if (row.category === "snoozed") await tables.deleteFrom("snoozes").where("case_id", "=", row.id).execute()
  if (isClosed(to.category)) await closeSilences(tx, row.id, why.by)
  else if (isClosed(row.category) && why.resume) await resumeSilences(tx, row.id)
  const resolved_at = to.category === "resolved" ? (row.resolved_at ?? tx.now) : null
  await tables.updateTable("cases").set({ status_id: to.id, category: to.category, resolved_at }).where("id", "=", row.id).execute()
  await recordOf(
    tx,
    why.by,
    why.kind ?? "case.status-changed",
    row,
    { from: row.category, to: to.category, status: to.id, ...why.data },
    why.messageId ? { message: why.messageId } : {},
  )
  return id
}

async function beginPause(tx: Tx, caseId: string): Promise<void> {
  await sql`
    insert into pauses (case_id, began_at) select ${caseId}, ${tx.now}
     where not exists (select from pauses where case_id = ${caseId} and ended_at is null)
    on conflict (case_id, began_at) do update set ended_at = null`.execute(tx.sql)
}

async function endPause(tx: Tx, caseId: string): Promise<void> {
  await sql`update pauses set ended_at = greatest(${tx.now}, began_at) where case_id = ${caseId} and ended_at is null`.execute(tx.sql)
}

/** What a category means when nobody chose a status in it. */
export async function standardStatus(tx: Tx, category: Category): Promise<StatusRef> {
  const { id } = await room(tx)
    .selectFrom("statuses")
    .select("id")
    .where("category", "=", category)
    .where("standard", "=", true)
    .executeTakeFirstOrThrow()
  return { id, category }
}
