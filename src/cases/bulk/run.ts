import type { Actor } from "#people"
import { type Database, isId, newId, Problem, type Reader, type Tx } from "#platform"
import { holdCase, mayChange } from "../access-case.ts"
import type { Later } from "../later.ts"
import { mergeCases } from "../merging/merge-cases.ts"
import type { CaseRow } from "../tables.ts"
import type { BulkAction, BulkSelection } from "./actions.ts"
import { carryOut } from "./carry-out.ts"
import { chooseCases } from "./choose.ts"
import { type Around, type Hindrance, hindranceOf, lookAround } from "./hindrance.ts"
import { type Kept, sideOf } from "./keep.ts"
import type { BulkTables } from "./tables.ts"

export const bulkTables = (reader: Pick<Reader, "sql">) => reader.sql.withTables<BulkTables>()

export interface Untouched {
  id: string
  number: number
  subject: string
  why: Hindrance
}

export interface Plan {
  rows: CaseRow[]
  untouched: Untouched[]
  gone: number
  more: boolean
  around: Around
}

/** What an action would touch, and what not and why. @throws Forbidden for observers, Invalid when it can't be done at all */
export async function planBulk(actor: Actor, reader: Reader, selection: BulkSelection, action: BulkAction): Promise<Plan> {
  mayChange(actor)
  const seen = new Map("seen" in selection ? selection.seen.map(({ id, mark }) => [id, mark]) : [])
  const around = await lookAround(actor, reader, action, seen)
  const chosen = await chooseCases(actor, reader, selection)
  const judged = chosen.rows.map((row) => ({ row, why: hindranceOf(around, row) }))
  const rows = judged.filter(({ why }) => why === null).map(({ row }) => row)
  const alone = action.do === "merge" && rows.length < 2
  const untouched = judged.flatMap(({ row, why }) => (why ? [told(row, why)] : alone ? [told(row, "already")] : []))
  return { rows: alone ? [] : rows, untouched, gone: chosen.gone, more: chosen.more, around }
}

export const told = ({ id, number, subject }: CaseRow, why: Hindrance): Untouched => ({ id, number, subject, why })

const AT_ONCE = 100

/**
 * Does one thing to many cases, a hundred a transaction, under one id by which all of it can be taken back. What has become impossible
 * since it was planned is left alone and told.
 */
export async function runBulk(
  actor: Actor,
  db: Database,
  later: Later,
  plan: Plan,
): Promise<{ id: string; changed: number; untouched: Untouched[] }> {
  const id = newId(db.clock.now())
  const untouched = [...plan.untouched]
  let changed = 0
  if (plan.rows.length === 0) return { id, changed, untouched }
  const rows = plan.around.action.do === "merge" ? plan.rows : plan.rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE)
    const done = await db.transact((tx) => runPart(actor, tx, later, plan, { id, part, place: from, keptId: rows[0]!.id }))
    changed += done.changed
    untouched.push(...done.untouched)
  }
  await db.transact((tx) => tell(actor, tx, "bulk.done", { bulk: id, what: plan.around.action.do, cases: changed }))
  return { id, changed, untouched }
}

interface Part {
  id: string
  part: readonly CaseRow[]
  place: number
  /** Into which the others go, when they are merged: the oldest. */
  keptId: string
}

async function runPart(actor: Actor, tx: Tx, later: Later, { around }: Plan, { id, part, place, keptId }: Part) {
  const { action } = around
  const untouched: Untouched[] = []
  const kept: { case_id: string; before: Kept }[] = []
  await bulkTables(tx)
    .insertInto("bulk_changes")
    .values({ id, by_actor: actor.ref, action: JSON.stringify(action), at: tx.now, undone_by: null, undone_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const planned of part) {
    if (action.do === "merge") {
      if (planned.id === keptId) continue
      const why = hindranceOf(around, await holdCase(actor, tx, planned.id))
      if (why) {
        untouched.push(told(planned, why))
        continue
      }
      const { mergeId } = await mergeCases(actor, tx, planned.id, keptId)
      kept.push({ case_id: planned.id, before: { merge: mergeId } })
      continue
    }
    const done = await one(actor, tx, later, around, planned.id)
    if ("why" in done) untouched.push(told(planned, done.why))
    else kept.push({ case_id: planned.id, before: done })
  }
  const rows = kept.map(({ case_id, before }, index) => ({ bulk_id: id, place: place + index, case_id, before: JSON.stringify(before) }))
  if (rows.length) await bulkTables(tx).insertInto("bulk_changed_cases").values(rows).execute()
  return { changed: kept.length, untouched }
}

async function one(
  actor: Actor,
  tx: Tx,
  later: Later,
  around: Around,
  caseId: string,
): Promise<Extract<Kept, { before: unknown }> | { why: Hindrance }> {
  const { action } = around
  if (action.do === "merge") return { why: "refused" }
  const self = actor.kind === "agent" ? actor.id : ""
  try {
    const row = await holdCase(actor, tx, caseId)
    const why = hindranceOf(around, row)
    if (why) return { why }
    const before = await sideOf(tx, row, action, self)
    const after = await sideOf(tx, await carryOut(actor, tx, later, row, action), action, self)
    return { before, after }
  } catch (error) {
    if (error instanceof Problem) return { why: "refused" }
    throw error
  }
}

/** A person is told on their other screens; what a token did stands in the record. */
export async function tell(actor: Actor, tx: Tx, kind: "bulk.done" | "bulk.undone", data: Record<string, string | number>): Promise<void> {
  const person = actor.kind === "agent" && isId(actor.id)
  await tx.record({ kind, actor: actor.ref, about: {}, audience: person ? { agent: actor.id } : "audit", data })
}
