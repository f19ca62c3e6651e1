import { askInTurn } from "./ask-in-turn.ts"
import { type RulesNeed, standingRules } from "./standing-rules.ts"
import { reachedSince } from "./reached-since.ts"
import { type RuleRow, rulesRoom } from "./tables.ts"

/** Asks the rules whose moment has come since the clock last looked: a silence that has lasted, a deadline or a promise that is near. */
export async function rulesClock(need: RulesNeed): Promise<void> {
  const { now } = need.db.read
  for (const rule of await standingRules(need)) {
    const from = rule.clock_at ?? rule.enabled_at ?? now
    const reached = reachedSince(need.db.read, rule.trigger, from, now)
    if (reached === null) continue
    for (const { case_id, moment } of await reached) {
      await askInTurn(need, [rule], { caseId: case_id, seq: null, moment, depth: 0 })
    }
    await keepPlace(need, rule, now)
  }
}

async function keepPlace({ db }: RulesNeed, rule: RuleRow, now: Date): Promise<void> {
  await db.transact((tx) => rulesRoom(tx).updateTable("automation_rules").set({ clock_at: now }).where("id", "=", rule.id).execute())
}
