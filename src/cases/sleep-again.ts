import type { Actor } from "#people"
import { Conflict, type Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import { isClosed } from "./change-status.ts"
import { resumeSilences } from "./silence.ts"
import type { Later } from "./later.ts"
import { snooze } from "./snooze.ts"
import { type CaseRow, room } from "./tables.ts"
import { undoStatus } from "./undo-status.ts"

/**
 * Takes back that a case was woken: it sleeps as it slept, with what it was before and its clocks as if nothing had been. Where only the
 * moment was changed, or its status was changed again since, it is put off like any other.
 * @throws Conflict when it was closed by a later change
 */
export async function sleepAgain(actor: Actor, tx: Tx, later: Later, caseId: string, until: Date): Promise<CaseRow> {
  const row = await holdCase(actor, tx, caseId)
  if (row.category !== "snoozed") {
    const was = await lastSleep(tx, row)
    if (was && (await undoStatus(tx, row, was.change, actor.ref))) {
      if (isClosed(row.category)) await resumeSilences(tx, row.id)
      await room(tx)
        .insertInto("snoozes")
        .values({ case_id: row.id, until, was_status: was.status, by_actor: actor.ref, at: tx.now })
        .execute()
    } else if (isClosed(row.category)) throw new Conflict("cases.snooze.closed")
  }
  return snooze(actor, tx, later, caseId, until)
}

/** The change that ended a sleep, when it is the last of the case, and the status from before that sleep. */
async function lastSleep(tx: Tx, row: CaseRow): Promise<{ change: string; status: string } | null> {
  const changes = room(tx).selectFrom("status_changes").where("case_id", "=", row.id).orderBy("seq", "desc")
  const [change, slept] = await changes.select(["id", "from_status", "category"]).limit(2).execute()
  return change && slept?.category === "snoozed" && slept.from_status ? { change: change.id, status: slept.from_status } : null
}
