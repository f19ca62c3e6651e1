import { en } from "../en/knowledge.ts"
import { fr } from "../fr/knowledge.ts"
import { story } from "../story.ts"

/** What one adviser wrote, all can read. */
export const knowledge = story("knowledge", 9, { fr, en }, (w, { line }) => ({
  steps: [
    { at: [6, "11:30"], mail: { from: w.customer, to: line, subject: w.subject, text: w.asks } },
    { at: [6, "12:10"], by: "moussa", change: { owner: "moussa", tags: ["line", "story"] } },
    { at: [6, "12:14"], by: "moussa", answer: w.answer },
    { at: [6, "13:02"], mail: { from: w.customer, to: line, text: w.green } },
    { at: [6, "13:10"], by: "moussa", close: true },
    { at: 95, in: "again", mail: { from: w.second, to: line, subject: w.secondSubject, text: w.secondAsks } },
    { at: 88, in: "again", by: "yann", change: { owner: "nora", tags: ["line"] } },
  ],
  next: [[{ in: "third", mail: { from: w.third, to: line, subject: w.thirdSubject, text: w.thirdAsks } }]],
}))
