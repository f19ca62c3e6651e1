import { en } from "../en/madame.ts"
import { fr } from "../fr/madame.ts"
import { story } from "../story.ts"

/** Call me Madame. */
export const madame = story("madame", 8, { fr, en }, (w, { members }) => {
  const mail = { from: w.customer, to: members }
  return {
    steps: [
      { at: [2, "15:20"], mail: { ...mail, subject: w.subject, text: w.asks } },
      { at: [2, "15:52"], by: w.adviser, person: w.person },
      { at: [2, "15:55"], by: w.adviser, answer: w.answer },
      { at: [2, "15:58"], by: w.adviser, change: { owner: w.adviser, tags: ["story"] } },
    ],
    next: [[{ mail: { ...mail, text: w.thanks } }]],
  }
})
