import type { Database, Log } from "#platform"
import type { RuleDeps } from "./act.ts"
import { type RuleRow, rulesRoom } from "./tables.ts"

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
