import { en } from "../en/less.ts"
import { fr } from "../fr/less.ts"
import { story } from "../story.ts"

/** Less, not nothing. */
export const less = story("less", 6, { fr, en }, (w, { flowers }) => {
  const mail = { from: w.customer, to: flowers }
  return {
    steps: [
      { at: [3, "09:41"], mail: { ...mail, subject: w.subject, text: w.asks } },
      { at: [3, "10:20"], by: w.adviser, change: { owner: w.adviser, tags: ["consent", "subscription", "story"] } },
      { at: [3, "10:24"], by: w.adviser, answer: w.answer },
      { at: [3, "10:26"], by: w.adviser, decide: w.decision },
      { at: [3, "10:30"], by: w.adviser, close: true },
    ],
    next: [[{ mail: { ...mail, text: w.thanks } }]],
  }
})
