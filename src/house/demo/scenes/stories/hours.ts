import { en } from "../en/hours.ts"
import { fr } from "../fr/hours.ts"
import { story } from "../story.ts"

const EVENINGS = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "18:00", to: "22:00" }]

/** Which channel, and when. */
export const hours = story("hours", 7, { fr, en }, (w, { members }, language) => {
  const mail = { from: w.customer, to: members }
  return {
    steps: [
      { at: [4, "18:45"], mail: { ...mail, subject: w.subject, text: w.asks } },
      {
        at: [4, "19:10"],
        by: w.adviser,
        person: { name: w.customer.name, language },
        wishes: { channels: ["mail"], hours: EVENINGS, timeZone: w.timeZone },
      },
      { at: [4, "19:12"], by: w.adviser, change: { owner: "nora", tags: ["line", "story"] } },
      { at: [1, "19:30"], mail: { ...mail, subject: w.routerSubject, text: w.router }, in: "router" },
      { at: [1, "19:45"], in: "router", by: w.adviser, change: { owner: "nora", tags: ["line"] } },
      { at: 35, in: "router", by: "nora", promise: w.promise, due: -40 },
    ],
    next: [
      [
        { in: "router", fact: { kind: "other", state: "received", reference: w.parcel, text: w.arrived, source: w.depot } },
        { in: "router", late: 4, mail: { ...mail, text: w.offShift } },
      ],
    ],
  }
})
