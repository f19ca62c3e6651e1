import type { SealedFact } from "#platform"
import { caseOfConversation } from "../case-number.ts"
import { room } from "../tables.ts"
import { ruleOf } from "./rule-actor.ts"
import type { RulesNeed } from "./standing-rules.ts"
import { rulesRoom } from "./tables.ts"

/** The cases that a fact concerns: what is told of a customer concerns those of theirs that are open. */
export async function casesOf({ db }: RulesNeed, { kind, about }: SealedFact): Promise<string[]> {
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
export async function depthOf({ db }: RulesNeed, { actor, at }: SealedFact, caseId: string): Promise<number> {
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
