import type { SealedFact } from "#platform"
import { askInTurn } from "./ask-in-turn.ts"
import { casesOf, depthOf } from "./cases-of-fact.ts"
import { ruleOf } from "./rule-actor.ts"
import { type RulesNeed, standingRules } from "./standing-rules.ts"
import type { RuleRow } from "./tables.ts"
import { isAsked } from "./triggers.ts"

/**
 * Asks the rules because of facts, in their order, each in a transaction of its own: one that breaks is told on its page, and neither the
 * mail nor the other rules hear of it. A rule never asks itself.
 */
export async function followRules(need: RulesNeed, facts: readonly SealedFact[]): Promise<void> {
  const standing = await standingRules(need)
  for (const fact of facts) await followFact(need, standing, fact)
}

async function followFact(need: RulesNeed, standing: readonly RuleRow[], fact: SealedFact): Promise<void> {
  const rules = standing.filter((rule) => isAsked(rule.trigger, fact) && rule.id !== ruleOf(fact.actor))
  if (rules.length === 0) return
  for (const caseId of await casesOf(need, fact)) {
    const depth = await depthOf(need, fact, caseId)
    const messageId = fact.kind === "message.received" ? fact.about.message : undefined
    await askInTurn(need, rules, { caseId, messageId, seq: fact.seq, moment: null, depth })
  }
}
