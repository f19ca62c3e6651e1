import type { RuleAction } from "../../api/automation.ts"
import type { Names } from "./use-names.ts"

export const ACTS = [
  "assign",
  "team",
  "tag",
  "untag",
  "priority",
  "status",
  "snooze",
  "follow",
  "note",
  "draft",
  "send",
  "webhook",
] as const
type Act = (typeof ACTS)[number]

/** An action with what stands first in each list. */
export function firstOf(act: Act, names: Names): RuleAction {
  switch (act) {
    case "assign":
      return { do: act, ownerId: names.agents[0]?.value ?? "" }
    case "team":
      return { do: act, teamId: names.teams[0]?.value ?? "", who: "turns", present: true }
    case "tag":
    case "untag":
      return { do: act, tags: [] }
    case "priority":
      return { do: act, priority: "high" }
    case "status":
      return { do: act, category: "waiting" }
    case "snooze":
      return { do: act, hours: 24 }
    case "follow":
      return { do: act, agentIds: [] }
    case "note":
      return { do: act, text: "" }
    case "draft":
    case "send":
      return { do: act, templateId: null, text: "" }
    case "webhook":
      return { do: act, webhookId: names.webhooks[0]?.value ?? "" }
  }
}
