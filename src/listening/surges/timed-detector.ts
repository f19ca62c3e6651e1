import { WEEK } from "./settings.ts"
import { SurgeDetector, type SurgeRow } from "./surge-detector.ts"

const ASKED = 8
/** Whole weeks, so that the hours go on. */
const LONGEST_GAP = 13 * WEEK

export interface TimedCount {
  /** Milliseconds. */
  at: number
  /** Null where it is known that nothing was read. */
  posts: number | null
  people: number | null
}

export interface TimedRow extends SurgeRow {
  /** Rows that should have come before this one, and didn't. */
  missing: number
  /** The clock went back: the row is taken as the next. */
  isBackward: boolean
}

/**
 * Counts with their times, from somewhere that doesn't say how often it counts: the first nine rows tell. Rows that don't come weren't
 * read, and the first that comes after them may hold all that was missed: it is neither learnt nor called.
 */
export class TimedDetector {
  readonly #early: TimedCount[] = []
  #interval = 0
  #detector: SurgeDetector | null = null
  #last: TimedCount | null = null

  push(count: TimedCount): TimedRow {
    if (this.#detector) return this.#judge(this.#detector, count)
    this.#early.push(count)
    const isBackward = this.#early.length > 1 && count.at <= this.#early.at(-2)!.at
    const steps = this.#early.slice(1).map(({ at }, n) => at - this.#early[n]!.at)
    const forward = steps.filter((step) => step > 0).sort((a, b) => a - b)
    if (forward.length === ASKED) {
      this.#interval = forward[ASKED / 2]!
      const detector = new SurgeDetector(this.#interval)
      this.#detector = detector
      for (const early of this.#early.splice(0)) this.#judge(detector, early)
    }
    return { score: count.posts === null ? null : 0, isAlarm: false, height: null, of: "posts", missing: 0, isBackward }
  }

  #judge(detector: SurgeDetector, { at, posts, people }: TimedCount): TimedRow {
    const last = this.#last ?? { at: at - this.#interval, posts }
    this.#last = { at, posts, people }
    const passed = Math.min(at - last.at, LONGEST_GAP)
    const missing = Math.max(0, Math.round(passed / this.#interval) - 1)
    for (let n = 0; n < missing; n++) detector.push({ posts: null })
    const isCovered = missing === 0 && last.posts !== null
    return { ...detector.push({ posts, people, isCovered }), missing, isBackward: at <= last.at }
  }
}
