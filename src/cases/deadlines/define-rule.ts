import type { Selectable } from "kysely"
import { listInboxes } from "#conversations"
import { type Actor, requireRole } from "#people"
import { type FieldProblem, Invalid, isId, newId, NotFound, type Reader, type Tx } from "#platform"
import type { Later } from "../later.ts"
import { type DeadlineRulesTable, type Priority, room } from "../tables.ts"
import { holdRulesToChange } from "./find-rule.ts"
import { recalculateLater } from "./recalculate.ts"

export type RuleTableRow = Selectable<DeadlineRulesTable>

export interface RuleInput {
  calendarId: string
  /** Null: any. */
  inboxId: string | null
  priority: Priority | null
  /** Working minutes; null: none. */
  firstAnswer: number | null
  nextAnswer: number | null
  resolution: number | null
}

/** How soon a kind of case is answered and resolved. One rule for an inbox and a priority. */
export async function addRule(actor: Actor, tx: Tx, later: Later, rule: RuleInput): Promise<RuleTableRow> {
  requireRole(actor, "lead")
  await holdRulesToChange(tx)
  await check(actor, tx, rule, null)
  const made = await room(tx)
    .insertInto("deadline_rules")
    .values({ id: newId(tx.now), ...columns(rule) })
    .returningAll()
    .executeTakeFirstOrThrow()
  return changed(actor, tx, later, "case.rule-added", made)
}

export async function changeRule(actor: Actor, tx: Tx, later: Later, ruleId: string, change: Partial<RuleInput>): Promise<RuleTableRow> {
  requireRole(actor, "lead")
  await holdRulesToChange(tx)
  const before = await knownRule(tx, ruleId)
  const next = { ...presentRule(before), ...change }
  await check(actor, tx, next, before.id)
  const row = await room(tx)
    .updateTable("deadline_rules")
    .set(columns(next))
    .where("id", "=", before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return changed(actor, tx, later, "case.rule-changed", row)
}

export async function removeRule(actor: Actor, tx: Tx, later: Later, ruleId: string): Promise<void> {
  requireRole(actor, "lead")
  await holdRulesToChange(tx)
  const before = await knownRule(tx, ruleId)
  await room(tx).deleteFrom("deadline_rules").where("id", "=", before.id).execute()
  await changed(actor, tx, later, "case.rule-removed", before)
}

export function listRules(reader: Reader): Promise<RuleTableRow[]> {
  return room(reader).selectFrom("deadline_rules").selectAll().orderBy("inbox_id").orderBy("priority").execute()
}

export function presentRule(row: RuleTableRow): RuleInput & { id: string } {
  return {
    id: row.id,
    calendarId: row.calendar_id,
    inboxId: row.inbox_id,
    priority: row.priority,
    firstAnswer: row.first_answer,
    nextAnswer: row.next_answer,
    resolution: row.resolution,
  }
}

function columns(rule: RuleInput) {
  return {
    calendar_id: rule.calendarId,
    inbox_id: rule.inboxId,
    priority: rule.priority,
    first_answer: rule.firstAnswer,
    next_answer: rule.nextAnswer,
    resolution: rule.resolution,
  }
}

async function check(actor: Actor, tx: Tx, rule: RuleInput, itself: string | null): Promise<void> {
  const problems: FieldProblem[] = []
  const calendar = isId(rule.calendarId)
    ? await room(tx).selectFrom("calendars").select("id").where("id", "=", rule.calendarId).executeTakeFirst()
    : undefined
  if (!calendar) problems.push({ path: "calendarId", key: "cases.calendar.notFound" })
  if (rule.inboxId && !(await listInboxes(actor, tx)).some(({ id }) => id === rule.inboxId))
    problems.push({ path: "inboxId", key: "cases.rule.inbox" })
  if (rule.firstAnswer === null && rule.nextAnswer === null && rule.resolution === null)
    problems.push({ path: "firstAnswer", key: "cases.rule.empty" })
  const same = (await listRules(tx)).some((row) => row.id !== itself && row.inbox_id === rule.inboxId && row.priority === rule.priority)
  if (same) problems.push({ path: "inboxId", key: "cases.rule.twice" })
  if (problems.length) throw new Invalid("request.invalid", {}, problems)
}

async function knownRule(tx: Tx, ruleId: string): Promise<RuleTableRow> {
  const row = isId(ruleId)
    ? await room(tx).selectFrom("deadline_rules").selectAll().where("id", "=", ruleId).forNoKeyUpdate().executeTakeFirst()
    : undefined
  if (!row) throw new NotFound("cases.rule.notFound")
  return row
}

async function changed(actor: Actor, tx: Tx, later: Later, kind: `case.${string}`, row: RuleTableRow): Promise<RuleTableRow> {
  await recalculateLater(tx, later)
  await tx.record({ kind, actor: actor.ref, about: {}, audience: "all", data: { rule: row.id } })
  return row
}
