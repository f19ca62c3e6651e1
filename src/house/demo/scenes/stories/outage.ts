import { MINUTE } from "#platform"
import { cutOff, flickers } from "../../open-air/cut-off.ts"
import { en } from "../en/outage.ts"
import { fr } from "../fr/outage.ts"
import type { Step } from "../scene.ts"
import { story } from "../story.ts"

/** The outage. */
export const outage = story("outage", 3, { fr, en }, (w, { line }, tongue) => {
  const mail = { from: w.network, to: line }
  const [watch, by] = [tongue === "fr" ? "pannes" : "outages", w.lead] as const
  const after = (minutes: number): readonly [number, string] => [w.days, clockAfter(w.fell, minutes)]
  const theNextDay = w.days - 1
  // What was said in the open in the hour after it fell, told as it came.
  const inTheOpen = cutOff(tongue).map(({ minute, said }): Step => ({ at: after(minute), on: "mouette", hear: said }))
  return {
    steps: [
      ...inTheOpen,
      { at: after(63), by, watch, verdict: "right", note: w.verdict },
      { at: after(3), mail: { ...mail, subject: w.subject, text: w.down } },
      { at: after(6), by, change: { owner: by, priority: "urgent", tags: ["outage", "line", "story"] } },
      { at: after(9), by, note: w.together },
      { at: after(27), by, decide: w.statement },
      { at: after(11), by, answer: w.received },
      { at: after(28), by, promise: w.promise, due: [theNextDay, "11:00"] },
      { at: [theNextDay, "10:22"], mail: { ...mail, text: w.back, subject: w.backSubject }, in: "restored" },
      { at: [theNextDay, "10:24"], in: "restored", by, merge: "main" },
      { at: [theNextDay, "10:31"], by, answer: w.thanks },
      { at: [theNextDay, "11:30"], by: "nora", decide: w.gesture },
    ],
    open: [{ show: "watch", of: watch }, { show: "alarms" }],
    next: [
      [
        { on: "mouette", hear: flickers(tongue) },
        { in: "second", mail: { ...mail, subject: w.flickerSubject, text: w.flickers } },
      ],
    ],
  }
})

/** So many minutes after a time of day. */
function clockAfter(time: string, minutes: number): string {
  const at = new Date(Date.parse(`1970-01-01T${time}Z`) + minutes * MINUTE)
  return at.toISOString().slice(11, 16)
}
