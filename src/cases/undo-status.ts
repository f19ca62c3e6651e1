import { sql } from "kysely"
import { newId, type Tx } from "#platform"
import { recordOf } from "./record.ts"
import { type CaseRow, room } from "./tables.ts"

/**
 * Takes a change of status back as if it hadn't been, pauses included, unless the status was changed again since: then what came
 * later stays. The change and its undoing both stay in the record. Gives whether it was taken back.
 */
export async function undoStatus(tx: Tx, row: CaseRow, changeId: string, by: string): Promise<boolean> {
  const tables = room(tx)
  const changes = await tables
    .selectFrom("status_changes")
    .selectAll()
    .where("case_id", "=", row.id)
    .orderBy("seq", "desc")
    .limit(1)
    .execute()
  const change = changes[0]
  if (change?.id !== changeId || change.from_status === null) return false
  const { category } = await tables.selectFrom("statuses").select("category").where("id", "=", change.from_status).executeTakeFirstOrThrow()
  await tables
    .insertInto("status_changes")
    .values({
      id: newId(tx.now),
      case_id: row.id,
      from_status: row.status_id,
      to_status: change.from_status,
      category,
      by_actor: by,
      at: tx.now,
      message_id: change.message_id,
    })
    .execute()
  await tables.deleteFrom("pauses").where("case_id", "=", row.id).where("began_at", "=", change.at).where("ended_at", "is", null).execute()
  await tables.updateTable("pauses").set({ ended_at: null }).where("case_id", "=", row.id).where("ended_at", "=", change.at).execute()
  await tables
    .updateTable("cases")
    .set({
      status_id: change.from_status,
      category,
      resolved_at: category === "resolved" ? await resolvedBefore(tx, row.id, change.seq) : null,
    })
    .where("id", "=", row.id)
    .execute()
  await recordOf(tx, by, "case.status-changed", row, { from: row.category, to: category, status: change.from_status, undone: true })
  return true
}

/** When a case had been resolved that stood so before a change. */
async function resolvedBefore(tx: Tx, caseId: string, seq: number): Promise<Date | null> {
  const found = await sql<{ at: Date }>`
    select at from status_changes where case_id = ${caseId} and category = 'resolved' and seq < ${seq}
       and seq > coalesce((select max(seq) from status_changes where case_id = ${caseId} and category <> 'resolved' and seq < ${seq}), 0)
     order by seq limit 1`.execute(tx.sql)
  return found.rows[0]?.at ?? null
}
