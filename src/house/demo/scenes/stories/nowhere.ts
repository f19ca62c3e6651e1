import { en } from "../en/nowhere.ts"
import { fr } from "../fr/nowhere.ts"
import { story } from "../story.ts"

/** The reply to nowhere. */
export const nowhere = story("nowhere", 5, { fr, en }, (w, { members }) => {
  const mail = { from: w.customer, to: members }
  return {
    steps: [
      { at: [1, "20:32"], mail: { ...mail, subject: w.subject, text: w.asks } },
      { at: [1, "20:33"], fact: { kind: "other", state: "mailed", reference: "NOEL-1", text: w.sent, source: w.tool } },
      { at: 300, by: w.adviser, note: w.found },
      { at: 298, by: w.adviser, change: { owner: w.adviser, tags: ["consent", "christmas", "story"], priority: "high" } },
    ],
    next: [[{ mail: { ...mail, text: w.again, subject: w.againSubject }, in: "again" }]],
  }
})
