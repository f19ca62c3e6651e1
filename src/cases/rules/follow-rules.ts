import { type Database, errorFields, type Log, type SealedFact } from "#platform"
import { caseOfConversation } from "../case-number.ts"
import { room } from "../tables.ts"
import type { RuleDeps } from "./act.ts"
import { ruleOf } from "./rule-actor.ts"
import { type Asked, keepFailure, runRule } from "./run-rule.ts"
import { type RuleRow, rulesRoom } from "./tables.ts"
import { isAsked } from "./triggers.ts"

export interface RulesNeed extends RuleDeps {
  db: Database
  log: Log
}

/** Rules that are on, in their order. */
export function standingRules({ db }: Pick<RulesNeed, "db">): Promise<RuleRow[]> {
  return rulesRoom(db.read)
    .selectFrom("automation_rules")
    .selectAll()
    .where("enabled_at", "is not", null)
    .orderBy("position")
    .orderBy("id")
    .execute()
}

/**
 * Asks the rules because of a fact, in their order, each in a transaction of its own: one that breaks is told on its page, and neither the
 * mail nor the other rules hear of it. A rule never asks itself.
 */
export async function followRules(need: RulesNeed, fact: SealedFact): Promise<void> {
  const rules = (await standingRules(need)).filter((rule) => isAsked(rule.trigger, fact) && rule.id !== ruleOf(fact.actor))
  if (rules.length === 0) return
  for (const caseId of await casesOf(need, fact)) {
    const depth = await depthOf(need, fact, caseId)
    const messageId = fact.kind === "message.received" ? fact.about.message : undefined
    await askInTurn(need, rules, { caseId, messageId, seq: fact.seq, moment: null, depth })
  }
}

/** Asks rules about a case until one that matched says that no other shall be asked. */
export async function askInTurn(need: RulesNeed, rules: readonly RuleRow[], asked: Asked): Promise<void> {
  for (const rule of rules) if ((await askOne(need, rule, asked)) && rule.stop) return
}

async function askOne({ db, log, ...deps }: RulesNeed, rule: RuleRow, asked: Asked): Promise<boolean> {
  try {
    return await db.transact((tx) => runRule(tx, deps, rule, asked))
  } catch (error) {
    log.error("rule.failed", { rule: rule.id, ...errorFields(error) })
    await db.transact((tx) => keepFailure(tx, rule, asked, error instanceof Error ? error.name : "unknown"))
    return false
  }
}

/** The cases that a fact concerns: what is told of a customer concerns those of theirs that are open. */
async function casesOf({ db }: RulesNeed, { kind, about }: SealedFact): Promise<string[]> {
  if (about.case) return [about.case]
  if (about.conversation) return [(await caseOfConversation(db.read, about.conversation))?.id].filter((id) => id !== undefined)
  if (kind !== "contact.fact-told" || !about.contact) return []
  const rows = await room(db.read)
    .selectFrom("cases")
    .select("id")
    .where("contact_id", "=", about.contact)
    .where("category", "in", ["new", "open", "waiting", "snoozed"])
    .where("merged_into", "is", null)
    .orderBy("last_at", "desc")
    .limit(10)
    .execute()
  return rows.map(({ id }) => id)
}

/** How many rules led to what a rule did: its run stands at the fact's own moment. */
async function depthOf({ db }: RulesNeed, { actor, at }: SealedFact, caseId: string): Promise<number> {
  const ruleId = ruleOf(actor)
  if (!ruleId) return 0
  const run = await rulesRoom(db.read)
    .selectFrom("rule_runs")
    .select("depth")
    .where("rule_id", "=", ruleId)
    .where("case_id", "=", caseId)
    .where("at", "=", at)
    .orderBy("depth", "desc")
    .limit(1)
    .executeTakeFirst()
  return (run?.depth ?? 0) + 1
}
