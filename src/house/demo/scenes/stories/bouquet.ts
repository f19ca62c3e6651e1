import { en } from "../en/bouquet.ts"
import { fr } from "../fr/bouquet.ts"
import { story } from "../story.ts"

/** The lost bouquet. */
export const bouquet = story("bouquet", 1, { fr, en }, (w, { flowers }) => {
  const mail = { from: w.customer, to: flowers }
  return {
    steps: [
      { at: [7, "10:12"], mail: { ...mail, subject: w.subject, text: w.asks } },
      { at: [7, "10:13"], fact: { kind: "order", state: "placed", reference: w.order.number, text: w.ordered, source: w.shop } },
      { at: [7, "10:14"], fact: { kind: "payment", state: "debited", reference: w.order.number, text: w.debited, source: w.bank } },
      {
        at: [7, "11:02"],
        by: w.adviser,
        change: {
          owner: w.adviser,
          tags: ["delivery", "story"],
          fields: { order: w.order.number, shore: w.order.shore, member: true },
        },
      },
      { at: [7, "11:05"], by: w.adviser, answer: w.confirms },
      { at: [7, "11:06"], by: w.adviser, promise: w.promise, due: [6, "13:00"] },
      { at: [6, "19:40"], mail: { ...mail, text: w.evening } },
      { at: [5, "09:20"], fact: { kind: "delivery", state: "delivered", reference: w.parcel, text: w.delivered, source: w.carrier } },
      { at: [5, "18:10"], mail: { ...mail, text: w.nothing } },
      { at: [2, "08:55"], mail: { ...mail, text: w.third } },
      { at: [2, "09:30"], by: w.colleague, note: w.proof },
      { at: [1, "17:00"], by: w.lead, change: { owner: "nora", priority: "high" } },
      { at: [1, "17:02"], by: w.lead, note: w.handsOver },
    ],
    next: [
      [{ mail: { ...mail, text: w.journalist } }],
      [{ fact: { kind: "delivery", state: "failed", reference: w.parcel, text: w.admits, source: w.carrier } }],
    ],
  }
})
