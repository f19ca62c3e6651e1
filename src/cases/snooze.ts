import type { Actor } from "#people"
import { Conflict, DAY, Invalid, type Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import { changeStatus, isClosed, standardStatus } from "./change-status.ts"
import { SNOOZE_OVER } from "./job-names.ts"
import type { Later } from "./later.ts"
import { recordOf } from "./record.ts"
import { refreshCase } from "./refresh-case.ts"
import { type CaseRow, room } from "./tables.ts"

const LONGEST = 3 * 366 * DAY

/** Puts a case out of sight until a moment, or until the customer writes. The customer's waiting goes on. */
export async function snooze(actor: Actor, tx: Tx, later: Later, caseId: string, until: Date): Promise<CaseRow> {
  const row = await holdCase(actor, tx, caseId)
  if (until <= tx.now) throw new Invalid("request.invalid", {}, [{ path: "until", key: "cases.snooze.past" }])
  if (until.getTime() > tx.now.getTime() + LONGEST) throw new Invalid("request.invalid", {}, [{ path: "until", key: "cases.snooze.far" }])
  if (isClosed(row.category)) throw new Conflict("cases.snooze.closed")
  if (row.category === "snoozed") {
    await room(tx).updateTable("snoozes").set({ until, by_actor: actor.ref, at: tx.now }).where("case_id", "=", row.id).execute()
    await recordOf(tx, actor.ref, "case.snoozed", row, { until: until.toISOString() })
  } else {
    const status = await standardStatus(tx, "snoozed")
    await changeStatus(tx, row, status, { by: actor.ref, kind: "case.snoozed", data: { until: until.toISOString() } })
    await room(tx)
      .insertInto("snoozes")
      .values({ case_id: row.id, until, was_status: row.status_id, by_actor: actor.ref, at: tx.now })
      .execute()
  }
  await later.put(tx, SNOOZE_OVER, { caseId: row.id }, until)
  return refreshCase(tx, row.id)
}
