import type { TimelineItem } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"

const text = (value: unknown): string => (typeof value === "string" ? value : "")
const nameOf = (value: unknown): string => (typeof value === "object" && value !== null && "name" in value ? text(value.name) : "")

/** What happened, in a sentence. */
export function useEventWords(): (item: TimelineItem) => string {
  const { say, sayCode, moment, language } = useWords()
  return (item) => {
    const who = item.actor?.name || say("event.vigie")
    const thing = (typeof item["thing"] === "object" && item["thing"] !== null ? item["thing"] : item) as Record<string, unknown>
    switch (item.kind) {
      case "fact":
        return say("event.fact", {
          source: text(thing["source"]),
          what: sayCode(`fact.${text(thing["kind"])}`, text(thing["state"]), "fact.other", { kind: text(thing["kind"]) }),
          reference: [text(thing["reference"]), text(thing["text"])].filter(Boolean).join(" · "),
        })
      case "decision":
        return say("event.decision", { who, text: text(thing["text"]) })
      case "promise":
        return say("event.promise", { who, text: text(thing["text"]), due: text(thing["dueAt"]) ? moment(text(thing["dueAt"])) : "" })
      case "promise-kept":
      case "promise-broken":
      case "promise-withdrawn":
        return say(`event.${item.kind}`, { who, text: text(thing["text"]) })
      case "assignment": {
        const owner = nameOf(thing["owner"])
        const team = nameOf(thing["team"])
        if (owner && owner === item.actor?.name) return say("event.took", { who })
        if (owner) return say("event.assigned", { who, to: owner })
        return team ? say("event.assigned", { who, to: team }) : say("event.unassigned", { who })
      }
      case "status": {
        const status = nameOf(thing["status"]) || nameOf(thing["to"]) || text(language === "fr" ? thing["nameFr"] : thing["nameEn"])
        return say("event.status", { who, status: status || sayCode("category", text(thing["category"]), "category.open") })
      }
      case "snooze":
        return say("event.snooze", { who, until: text(thing["until"]) ? moment(text(thing["until"])) : "" })
      case "merge":
      case "split":
      case "link":
        return say(`event.${item.kind}`, { who })
      case "contradiction":
        return say("event.contradiction", { text: text(thing["text"]) })
      default:
        return say("event.other", { who, kind: item.kind })
    }
  }
}
