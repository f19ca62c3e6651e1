import type { OutsideFact } from "#contacts"
import type { Denial } from "./denials.ts"

const RESTORED = new Set(["ended", "restored", "repaired", "resolved", "fixed"])

/** What a fact told from outside claims, as what a customer would deny; null: nothing that is looked at. */
export function claimOf(fact: Pick<OutsideFact, "kind" | "state">): Denial | null {
  const state = fact.state.toLowerCase()
  if ((fact.kind === "delivery" || fact.kind === "order") && state === "delivered") return "not-received"
  if (state === "refunded") return "not-refunded"
  if (fact.kind === "outage" && RESTORED.has(state)) return "not-restored"
  if (fact.kind === "other" && (state === "repaired" || state === "fixed")) return "not-restored"
  return null
}
