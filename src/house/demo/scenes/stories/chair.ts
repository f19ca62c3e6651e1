import { en } from "../en/chair.ts"
import { fr } from "../fr/chair.ts"
import { story } from "../story.ts"

/** The hour with the chair. */
export const chair = story("chair", 4, { fr, en }, (w, { members }) => ({
  steps: [
    { at: [5, "12:00"], mail: { from: w.office, to: members, subject: w.subject, text: w.asks } },
    { at: [5, "12:40"], by: w.lead, decide: w.decision },
    { at: [5, "12:42"], by: w.lead, change: { owner: w.lead, tags: ["live", "hours", "story"], priority: "high" } },
    { at: [5, "12:43"], by: w.lead, answer: w.answer },
    { at: [5, "12:45"], by: w.lead, promise: w.promise, due: [-4, "18:00"] },
  ],
  next: [[{ in: "late", mail: { from: w.late, to: members, subject: w.lateSubject, text: w.question } }]],
}))
