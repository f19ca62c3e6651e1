import { type Actor, systemActor } from "#people"
import { Conflict, DAY, Invalid, type Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import { changeStatus, isClosed, standardStatus, type StatusRef } from "./change-status.ts"
import { SNOOZE_OVER } from "./job-names.ts"
import type { Later } from "./later.ts"
import { recordOf } from "./record.ts"
import { refreshCase } from "./refresh-case.ts"
import { type CaseRow, room } from "./tables.ts"

const CLOCK = systemActor("clock")
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

/**
 * The moment has come: the case is back as it was; one that had waited for the customer is open, for somebody wanted to see it now. Called
 * early, late or twice, it does what the snooze says that stands now.
 */
export async function wakeSnoozed(tx: Tx, caseId: string): Promise<void> {
  const row = await room(tx).selectFrom("cases").selectAll().where("id", "=", caseId).forNoKeyUpdate().executeTakeFirst()
  if (row?.category !== "snoozed" || row.merged_into) return
  const snoozed = await room(tx)
    .selectFrom("snoozes")
    .innerJoin("statuses", "statuses.id", "snoozes.was_status")
    .select(["until", "statuses.id", "category"])
    .where("case_id", "=", caseId)
    .executeTakeFirst()
  if (snoozed && snoozed.until > tx.now) return
  const was: StatusRef | null = snoozed && (snoozed.category === "new" || snoozed.category === "open") ? snoozed : null
  const to = was ? { id: was.id, category: was.category } : await standardStatus(tx, "open")
  await changeStatus(tx, row, to, { by: CLOCK.ref, kind: "case.woken" })
  await refreshCase(tx, caseId)
}

/** Snoozed cases whose moment has passed: what a lost job left behind. */
export async function overdueSnoozes(tx: Tx, limit: number): Promise<string[]> {
  const found = await room(tx)
    .selectFrom("snoozes")
    .innerJoin("cases", "cases.id", "snoozes.case_id")
    .select("cases.id")
    .where("until", "<=", tx.now)
    .where("merged_into", "is", null)
    .orderBy("until")
    .limit(limit)
    .execute()
  return found.map(({ id }) => id)
}
