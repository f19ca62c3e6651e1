import { en } from "../en/minute.ts"
import { fr } from "../fr/minute.ts"
import { story } from "../story.ts"

/** One minute a day. */
export const minute = story("minute", 14, { fr, en }, (w, { voice }) => ({
  steps: [
    { at: [1, "06:58"], mail: { from: w.letter, to: voice, subject: w.subject, text: w.text } },
    { at: [1, "07:15"], by: w.reader, note: w.note },
    { at: [1, "07:15"], by: w.reader, close: true },
    { at: [1, "07:16"], by: w.reader, change: { owner: w.writer, tags: ["press", "story"], priority: "low" } },
  ],
  next: [[{ by: w.writer, note: w.tomorrow }]],
}))
