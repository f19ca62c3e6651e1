import { en } from "../en/rider.ts"
import { fr } from "../fr/rider.ts"
import { story } from "../story.ts"

/** The rider in Mongolia. */
export const rider = story("rider", 2, { fr, en }, (w, { travel }, tongue) => {
  const mail = { from: w.sister, to: travel }
  const of = w.post.key
  return {
    steps: [
      { at: [3, "23:14"], mail: { ...mail, subject: w.subject, text: w.accident } },
      {
        at: [3, "23:19"],
        by: w.adviser,
        change: { owner: w.adviser, priority: "urgent", tags: ["claim", "urgent", "story"], fields: { ...w.claim, member: true } },
      },
      { at: [3, "23:24"], by: w.adviser, answer: w.answer },
      { at: [3, "23:25"], by: w.adviser, promise: w.promise, due: [2, "00:25"] },
      { at: [2, "02:40"], by: w.night, note: w.clinic },
      { at: [2, "09:05"], by: "claire", decide: w.transfer },
      { at: [1, "14:30"], mail: { ...mail, text: w.wonderful } },
      { at: 190, on: "mouette", hear: [{ ...w.post, language: tongue, country: "MN", ago: 23 }] },
      { at: 180, of, by: w.voice, voice: "watch", ...w.watch, tone: "", lookAgain: 240 },
    ],
    open: [
      { show: "mention", of },
      { show: "watch", of: "goeland" },
    ],
    next: [
      [
        { by: w.adviser, tie: of },
        { by: w.adviser, note: w.isHe },
      ],
      [{ mail: { ...mail, text: w.surgery } }],
      [{ by: w.voice, of, voice: "public", ...w.speak }],
    ],
  }
})
