import { en } from "../en/rumour.ts"
import { fr } from "../fr/rumour.ts"
import { story } from "../story.ts"

/** True or not? */
export const rumour = story("rumour", 12, { fr, en }, (w, { voice: door }, language) => {
  const { first, second, voice: by } = w
  const of = first.key
  return {
    steps: [
      { at: [3, "16:40"], on: "press", hear: [{ ...first, language }] },
      { at: [3, "16:58"], on: "press", hear: [{ ...second, language }] },
      { at: [3, "17:12"], on: "press", hear: [{ ...first, language, text: `${first.text} ${w.confirmed}` }] },
      { at: [3, "17:20"], on: "mouette", hear: w.posts.map((post) => ({ ...post, language })) },
      { at: [3, "17:25"], mail: { from: w.member, to: door, subject: w.subject, text: w.asks } },
      { at: [3, "17:50"], by: "camille", change: { owner: by, tags: ["press", "story"] } },
      { at: [3, "18:19"], by, of, claim: w.claim },
      { at: [3, "18:20"], by, decide: w.unverified },
      { at: [2, "10:05"], by, note: w.checked },
      { at: [2, "10:30"], by: "camille", decide: w.denied },
      { at: [2, "10:31"], by: "camille", of, judge: "denied", reason: w.reason, url: w.minutes },
      { at: [2, "10:33"], by, of, reply: w.reply, url: w.replied },
      { at: [2, "10:34"], by, answer: w.answer },
      { at: 240, in: "second", mail: { from: w.insists, to: door, subject: w.insistsSubject, text: w.silence } },
      { at: 235, in: "second", by, link: "main", kind: "duplicate" },
    ],
    open: [{ show: "story", of }],
    next: [
      [
        { on: "press", hear: [{ ...second, language, ...w.withdrawn }] },
        { in: "third", mail: { from: w.paper, to: door, subject: w.paperSubject, text: w.paperSays } },
      ],
    ],
  }
})
