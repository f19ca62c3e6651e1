import type { Actor } from "#people"
import { Invalid, isId, type Reader, type Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import { changeStatus, isClosed, standardStatus, type StatusRef } from "./change-status.ts"
import { refreshCase } from "./refresh-case.ts"
import { type CaseRow, type Category, room } from "./tables.ts"

export type Wanted = { statusId: string } | { category: Exclude<Category, "snoozed"> }

/** Gives a case a status, or the usual one of a category. Snoozing needs a moment, so it has a verb of its own. */
export async function setStatus(actor: Actor, tx: Tx, caseId: string, wanted: Wanted): Promise<CaseRow> {
  const row = await holdCase(actor, tx, caseId)
  const to = "statusId" in wanted ? await knownStatus(tx, wanted.statusId) : await standardStatus(tx, wanted.category)
  return moveTo(actor, tx, row, to)
}

/** Nothing more is to be done. A customer who was still waiting has been left without an answer by this person's decision. */
export async function resolve(actor: Actor, tx: Tx, caseId: string): Promise<CaseRow> {
  return setStatus(actor, tx, caseId, { category: "resolved" })
}

export async function markSpam(actor: Actor, tx: Tx, caseId: string): Promise<CaseRow> {
  return setStatus(actor, tx, caseId, { category: "spam" })
}

/** Opens again what was resolved, snoozed, waiting or spam; who waited when it was closed has waited all along. */
export async function reopen(actor: Actor, tx: Tx, caseId: string): Promise<CaseRow> {
  const row = await holdCase(actor, tx, caseId)
  if (row.category === "new" || row.category === "open") return row
  return moveTo(actor, tx, row, await standardStatus(tx, "open"))
}

async function moveTo(actor: Actor, tx: Tx, row: CaseRow, to: StatusRef): Promise<CaseRow> {
  if (to.id === row.status_id) return row
  const reopens = (isClosed(row.category) || row.category === "snoozed") && !isClosed(to.category)
  await changeStatus(tx, row, to, { by: actor.ref, kind: reopens ? "case.reopened" : "case.status-changed", resume: true })
  return refreshCase(tx, row.id)
}

async function knownStatus(reader: Reader, statusId: string): Promise<StatusRef> {
  const found = isId(statusId)
    ? await room(reader).selectFrom("statuses").select(["id", "category"]).where("id", "=", statusId).executeTakeFirst()
    : undefined
  if (!found) throw new Invalid("request.invalid", {}, [{ path: "statusId", key: "cases.status.unknown" }])
  if (found.category === "snoozed") throw new Invalid("request.invalid", {}, [{ path: "statusId", key: "cases.status.snoozed" }])
  return found
}
