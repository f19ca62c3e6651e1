import { SURGE } from "../surges/settings.ts"
import { SurgeDetector, type SurgeRow } from "../surges/surge-detector.ts"
import type { SaidCount } from "./said-counts.ts"
import type { Standing } from "./standing.ts"

/** What is known of one that is judged, by when five minutes begin. */
export interface Known {
  /** Until when. */
  to: Date
  countOf: (at: Date) => SaidCount | undefined
  /** Null: nobody listened. */
  standingIn: (at: Date) => Standing | null
}

export interface Judged {
  bucket: Date
  count: SaidCount
  standing: Standing
  row: SurgeRow
}

const NOTHING: SaidCount = { posts: 0, people: 0 }

/**
 * Judges the five minutes that have ended since the last judgement, by when things were said: first those of which everything is known, for
 * good; then, on trial, those for which somebody is still to be asked. What is known of these is the least that was said: if that surges, it is
 * called at once, and nobody waits for a slow source. Gives the detector as it is then, and until when it judged.
 */
export function judgeStretch(
  learnt: SurgeDetector,
  from: Date,
  known: Known,
): { detector: SurgeDetector; through: Date; judged: Judged[] } {
  const judged: Judged[] = []
  let detector = learnt
  let at = from.getTime()
  for (let one; at < known.to.getTime(); at += SURGE.interval) {
    const standing = known.standingIn(new Date(at))
    if (standing === "pending") break
    ;({ detector, judged: one } = judgeOne(detector, known, at, standing))
    judged.push(one)
  }
  const trial = new SurgeDetector(SURGE.interval, detector.state)
  const tried: Judged[] = []
  for (let soon = at; soon < known.to.getTime(); soon += SURGE.interval) {
    const standing = known.standingIn(new Date(soon))
    const { judged: one } = judgeOne(trial, known, soon, standing === "pending" ? "read" : standing)
    tried.push({ ...one, standing: standing ?? "read" })
    if (one.row.isAlarm) return { detector: trial, through: new Date(soon + SURGE.interval), judged: [...judged, ...tried] }
  }
  return { detector, through: new Date(at), judged }
}

/**
 * Where a source is missing, what was heard is the least that was said: if that surges it is called, otherwise nothing is learnt from it. Where
 * one returns, what was heard may have been said before: neither.
 */
function judgeOne(
  detector: SurgeDetector,
  known: Known,
  at: number,
  standing: Standing | null,
): { detector: SurgeDetector; judged: Judged } {
  const bucket = new Date(at)
  const count = known.countOf(bucket) ?? NOTHING
  if (standing === null) return { detector, judged: { bucket, count: NOTHING, standing: "read", row: detector.push({ posts: null }) } }
  if (standing === "missing") {
    const bold = new SurgeDetector(SURGE.interval, detector.state)
    const row = bold.push(count)
    if (row.isAlarm) return { detector: bold, judged: { bucket, count, standing, row } }
  }
  return { detector, judged: { bucket, count, standing, row: detector.push({ ...count, isCovered: standing === "read" }) } }
}
