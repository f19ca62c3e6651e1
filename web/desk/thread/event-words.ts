import type { OneCase, TimelineItem } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import { useFactWords } from "./fact-words.ts"

/** What happened, in a sentence. */
export function useEventWords(one: OneCase): (item: TimelineItem) => string {
  const { say, sayCode, moment } = useWords()
  const factWords = useFactWords()
  return (item) => {
    const customer = item.actor?.ref.startsWith("contact:") ? one.contact?.name || one.contact?.address : null
    const who = item.actor?.name || customer || say("event.vigie")
    switch (item.kind) {
      case "message":
      case "note":
      case "public":
        return ""
      case "fact": {
        return say("event.fact", { source: item.fact.source, what: factWords(item.fact) })
      }
      case "decision":
        return say(item.decision.back ? "event.decisionBack" : "event.decision", { who, text: item.decision.text })
      case "deadline": {
        const { deadline, what, dueAt } = item.deadline
        return say(`event.deadline.${what}`, { who, deadline: say(`deadline.${deadline}`), due: dueAt ? moment(dueAt) : "" })
      }
      case "promise": {
        const { what, text, dueAt } = item.promise
        return say(`event.promise.${what}`, { who, text, due: moment(dueAt) })
      }
      case "assignment": {
        const { ownerName, teamName } = item.assignment
        if (ownerName && ownerName === item.actor?.name) return say("event.took", { who })
        const to = ownerName ?? teamName
        return to ? say("event.assigned", { who, to }) : say("event.unassigned", { who })
      }
      case "status":
        return say("event.status", { who, status: item.status.name })
      case "merge":
        return say(item.merge.undone ? "event.unmerge" : "event.merge", {
          who,
          merged: String(item.merge.merged.number),
          kept: String(item.merge.kept.number),
        })
      case "split":
        return say(item.split.undone ? "event.unsplit" : "event.split", {
          who,
          from: String(item.split.from.number),
          made: String(item.split.made.number),
        })
      case "link":
        return say("event.link", { who, from: String(item.link.from.number), to: String(item.link.to.number) })
      case "satisfaction": {
        const { value, words, reopened } = item.satisfaction
        const answer = sayCode(`satisfaction.${value}`, "figures.answer")
        const key = reopened ? "event.satisfactionReopened" : words ? "event.satisfactionWords" : "event.satisfaction"
        return say(key, { who, answer, words })
      }
      case "contradiction":
        return say(item.contradiction.dismissed ? "event.settled" : "event.contradiction", { who, text: item.contradiction.text })
    }
  }
}
