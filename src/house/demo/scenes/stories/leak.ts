import { en } from "../en/leak.ts"
import { fr } from "../fr/leak.ts"
import { story } from "../story.ts"

/** Six million cards: one key, a database on each shore, an authority in each country. */
export const leak = story("leak", 10, { fr, en }, (w, { members }) => {
  const mail = { from: w.finder, to: members }
  return {
    steps: [
      { at: [2, "21:10"], mail: { ...mail, subject: w.subject, text: w.report } },
      { at: [2, "21:16"], by: "nora", change: { owner: "nora", priority: "urgent", tags: ["privacy", "urgent", "story"] } },
      { at: [2, "21:17"], by: "nora", answer: w.answer },
      { at: [2, "21:18"], by: "nora", promise: w.promise, due: [-1, "18:52"] },
      { at: [2, "21:40"], by: "nora", decide: w.decision },
      { at: [1, "08:30"], by: w.accountant, note: w.list },
    ],
    next: [[{ mail: { ...mail, text: w.more } }]],
  }
})
