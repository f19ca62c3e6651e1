import { systemActor } from "#people"
import type { Tx } from "#platform"
import { changeStatus, standardStatus, type StatusRef } from "./change-status.ts"
import { minders } from "./notifications/minders.ts"
import { notify } from "./notifications/notify.ts"
import { refreshCase } from "./refresh-case.ts"
import { room } from "./tables.ts"

const CLOCK = systemActor("clock")

/**
 * The moment has come: the case is back as it was, and its owner, who follows it and who put it off are told; one that had waited for the customer is open, for somebody wanted to see it now. Called
 * early, late or twice, it does what the snooze says that stands now.
 */
export async function wakeSnoozed(tx: Tx, caseId: string): Promise<void> {
  const row = await room(tx).selectFrom("cases").selectAll().where("id", "=", caseId).forNoKeyUpdate().executeTakeFirst()
  if (row?.category !== "snoozed" || row.merged_into) return
  const snoozed = await room(tx)
    .selectFrom("snoozes")
    .innerJoin("statuses", "statuses.id", "snoozes.was_status")
    .select(["until", "statuses.id", "category", "snoozes.by_actor"])
    .where("case_id", "=", caseId)
    .executeTakeFirst()
  if (snoozed && snoozed.until > tx.now) return
  const was: StatusRef | null = snoozed && (snoozed.category === "new" || snoozed.category === "open") ? snoozed : null
  const to = was ? { id: was.id, category: was.category } : await standardStatus(tx, "open")
  await changeStatus(tx, row, to, { by: CLOCK.ref, kind: "case.woken" })
  const fresh = await refreshCase(tx, caseId)
  const asked = snoozed?.by_actor.startsWith("agent:") ? [snoozed.by_actor.slice(6)] : []
  const about = { kind: "woken" as const, caseId, conversationId: null, inboxIds: fresh.inbox_ids }
  await notify(tx, [...minders(fresh), ...asked], { ...about, by: CLOCK.ref })
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
