import { fitJson, HOUR, newId, type Tx } from "#platform"
import { room } from "../tables.ts"
import { act, type RuleDeps } from "./act.ts"
import { judge } from "./judge.ts"
import { ruleActor } from "./rule-actor.ts"
import { sightsOf } from "./sight.ts"
import { type Deed, type Reason, type RuleRow, rulesRoom } from "./tables.ts"

/** What asks a rule about a case: a fact with its number, or a moment of the case that the clock reached. */
export interface Asked {
  caseId: string
  messageId?: string | undefined
  seq: number | null
  moment: string | null
  /** How many rules before it led to this. */
  depth: number
}

/** So many rules may lead to each other. */
const DEEPEST = 4
/** So often rules may act on one case within an hour. */
const MOST_AN_HOUR = 20

/** Asks a rule about a case and, when its conditions hold, does what it says. Gives whether it matched. */
export async function runRule(tx: Tx, deps: RuleDeps, rule: RuleRow, asked: Asked): Promise<boolean> {
  if (!(await stands(tx, rule))) return false
  const row = await room(tx).selectFrom("cases").selectAll().where("id", "=", asked.caseId).forNoKeyUpdate().executeTakeFirst()
  if (!row || row.merged_into || !isFor(rule, row.inbox_ids)) return false
  const [sight] = await sightsOf(tx, [row], { messageId: asked.messageId })
  const verdict = judge(rule.conditions, sight!)
  if (!verdict.held) return false
  const limit = asked.depth >= DEEPEST ? "depth" : (await runsLately(tx, row.id)) >= MOST_AN_HOUR ? "often" : null
  if (limit) {
    if (!(await heldLately(tx, rule.id, row.id)))
      await keepRun(tx, rule, asked, { outcome: "held", reasons: verdict.reasons, problem: limit })
    return false
  }
  const runId = await keepRun(tx, rule, asked, { outcome: "done", reasons: verdict.reasons, problem: null })
  if (!runId) return true // it ran for this already
  const done: Deed[] = []
  for (const action of rule.actions) done.push(await act(tx, { actor: ruleActor(rule.id), rule, sight: sight!, deps }, action))
  await rulesRoom(tx)
    .updateTable("rule_runs")
    .set({ done: fitJson(done) })
    .where("id", "=", runId)
    .execute()
  await tx.record({
    kind: "case.rule-ran",
    actor: ruleActor(rule.id).ref,
    about: { case: row.id },
    audience: { inboxes: row.inbox_ids },
    data: { rule: rule.id, run: runId, did: done.filter(({ did }) => did).length },
  })
  return true
}

/** Whether a rule is for cases of these inboxes. */
export function isFor({ inbox_ids }: Pick<RuleRow, "inbox_ids">, inboxes: readonly string[]): boolean {
  return inbox_ids === null || inboxes.some((id) => inbox_ids.includes(id))
}

/** Whether a rule is still on and as it was read; it isn't removed meanwhile. */
async function stands(tx: Tx, { id, version }: RuleRow): Promise<boolean> {
  const found = await rulesRoom(tx)
    .selectFrom("automation_rules")
    .select("id")
    .where("id", "=", id)
    .where("version", "=", version)
    .where("enabled_at", "is not", null)
    .forKeyShare()
    .executeTakeFirst()
  return found !== undefined
}

/** A run that broke off: nothing of it was kept but this. */
export async function keepFailure(tx: Tx, rule: RuleRow, asked: Asked, problem: string): Promise<void> {
  if (!(await stands(tx, rule))) return
  await keepRun(tx, rule, asked, { outcome: "failed", reasons: [], problem })
  await rulesRoom(tx).updateTable("automation_rules").set({ failed_at: tx.now }).where("id", "=", rule.id).execute()
  await tx.record({ kind: "rule.failed", actor: ruleActor(rule.id).ref, about: {}, audience: "all", data: { rule: rule.id } })
}

interface Outcome {
  outcome: "done" | "failed" | "held"
  reasons: Reason[]
  problem: string | null
}

/** Gives the run's id; null when this rule ran for the same fact or moment already. */
async function keepRun(tx: Tx, rule: RuleRow, asked: Asked, { outcome, reasons, problem }: Outcome): Promise<string | null> {
  const made = await rulesRoom(tx)
    .insertInto("rule_runs")
    .values({
      id: newId(tx.now),
      rule_id: rule.id,
      version: rule.version,
      case_id: asked.caseId,
      fact_seq: asked.seq,
      moment: asked.moment,
      at: tx.now,
      depth: asked.depth,
      outcome,
      reasons: fitJson(reasons),
      done: "[]",
      problem,
      undone_by: null,
      undone_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst()
  return made?.id ?? null
}

async function runsLately(tx: Tx, caseId: string): Promise<number> {
  const { count } = await rulesRoom(tx)
    .selectFrom("rule_runs")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("case_id", "=", caseId)
    .where("outcome", "=", "done")
    .where("at", ">", new Date(tx.now.getTime() - HOUR))
    .executeTakeFirstOrThrow()
  return count
}

/** A limit is told once an hour, not each time. */
async function heldLately(tx: Tx, ruleId: string, caseId: string): Promise<boolean> {
  const found = await rulesRoom(tx)
    .selectFrom("rule_runs")
    .select("id")
    .where("rule_id", "=", ruleId)
    .where("case_id", "=", caseId)
    .where("outcome", "=", "held")
    .where("at", ">", new Date(tx.now.getTime() - HOUR))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
