import { en } from "../en/headline.ts"
import { fr } from "../fr/headline.ts"
import { story } from "../story.ts"

/** One title, two addresses. */
export const headline = story("headline", 13, { fr, en }, (w, { voice }, language) => {
  const under = (title: string) => [{ ...w.paper, language, title }]
  const mail = { from: w.journalist, to: voice }
  return {
    steps: [
      { at: [1, "06:10"], on: "press", hear: under(w.firstTitle) },
      { at: [1, "06:55"], on: "press", hear: under(w.secondTitle) },
      { at: [1, "07:02"], mail: { ...mail, subject: w.subject, text: w.online } },
      { at: [1, "07:40"], by: w.voice, change: { owner: w.voice, tags: ["press", "story"] } },
      { at: [1, "07:46"], by: w.voice, note: w.note },
    ],
    open: [{ show: "story", of: w.paper.key }],
    next: [
      [
        { on: "press", hear: under(w.thirdTitle) },
        { mail: { ...mail, text: w.third, subject: w.thirdSubject }, in: "third" },
      ],
    ],
  }
})
