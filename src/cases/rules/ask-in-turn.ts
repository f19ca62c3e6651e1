import { errorFields } from "#platform"
import { type Asked, keepFailure, runRule } from "./run-rule.ts"
import type { RulesNeed } from "./standing-rules.ts"
import type { RuleRow } from "./tables.ts"

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
