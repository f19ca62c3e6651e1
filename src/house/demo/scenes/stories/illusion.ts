import { outageKey } from "../../open-air/cut-off.ts"
import { en } from "../en/illusion.ts"
import { fr } from "../fr/illusion.ts"
import { story } from "../story.ts"

/** The listener’s illusion. */
export const illusion = story("illusion", 15, { fr, en }, (w, { voice }, tongue) => {
  const mail = { from: w.institute, to: voice }
  return {
    steps: [
      { at: [2, "11:00"], mail: { ...mail, subject: w.subject, text: w.asks } },
      { at: [2, "11:45"], by: w.reader, change: { owner: w.reader, tags: ["press", "story"], priority: "high" } },
      { at: [2, "12:20"], by: w.reader, note: w.note },
      { at: [2, "14:00"], by: w.lead, answer: w.answer },
    ],
    open: [
      { show: "story", of: outageKey(tongue, 0) },
      { show: "watch", of: tongue === "fr" ? "pannes" : "outages" },
    ],
    next: [[{ mail: { ...mail, text: w.corrects } }]],
  }
})
