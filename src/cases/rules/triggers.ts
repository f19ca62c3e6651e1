import type { SealedFact } from "#platform"
import { tagCode } from "../tags.ts"
import type { Trigger } from "./rule.types.ts"

const MOVES = new Set(["case.status-changed", "case.reopened", "case.snoozed", "case.woken"])
const KINDS = new Set([
  ...MOVES,
  "message.received",
  "case.opened",
  "case.assigned",
  "case.changed",
  "case.promise-broken",
  "contact.fact-told",
])

/** Whether any rule could be asked because of it. */
export function asksRules({ kind }: Pick<SealedFact, "kind">): boolean {
  return KINDS.has(kind)
}

/** Whether a rule is asked because of a fact. */
export function isAsked(trigger: Trigger, { kind, data = {} }: SealedFact): boolean {
  switch (trigger.on) {
    case "message":
      return kind === "message.received" && (!trigger.first || data["first"] === true)
    case "opened":
      return kind === "case.opened"
    case "status":
      return MOVES.has(kind) && (trigger.to === null || data["to"] === trigger.to)
    case "assigned":
      return kind === "case.assigned" && (data["owner"] !== null || data["team"] !== null)
    case "tag": {
      const added = data["tagsAdded"]
      return kind === "case.changed" && Array.isArray(added) && added.includes(tagCode(trigger.tag.trim().toLowerCase()))
    }
    case "promise-broken":
      return kind === "case.promise-broken"
    case "snooze-over":
      return kind === "case.woken"
    case "fact":
      return kind === "contact.fact-told" && (trigger.kind === null || data["kind"] === trigger.kind)
    case "silence":
    case "deadline":
    case "promise-due":
      return false // the clock asks
  }
}
