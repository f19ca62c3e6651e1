import { type Database, errorFields, type Log, SECOND } from "#platform"
import { bucketOf } from "../mentions/keep-matches.ts"

/** What is being kept when five minutes end is waited for. */
const GRACE = 5 * SECOND

export interface JudgeParts {
  db: Database
  log: Log
}

/**
 * Judges all until a moment; before `openSince` the house was closed. What fails is in `failed`, by name: it is asked again. `isWaiting`: for some
 * somebody is still to be asked.
 */
export type JudgeAll = (parts: JudgeParts, to: Date, openSince: Date) => Promise<{ failed: Map<string, unknown>; isWaiting: boolean }>

/** Has all of one sort judged every five minutes; while the house was closed nothing was read. */
export class Judge {
  readonly #parts: JudgeParts
  readonly #all: JudgeAll
  readonly #openSince: Date
  #through = 0
  #isWaiting = false
  #judging: Promise<void> = Promise.resolve()

  constructor(parts: JudgeParts, all: JudgeAll) {
    this.#parts = parts
    this.#all = all
    this.#openSince = parts.db.clock.now()
  }

  /** Judges what has ended since. May be called as often as one likes. */
  judge(): Promise<void> {
    return this.#inTurn(() => this.#judgeAll())
  }

  /** The same, with those for which somebody was still to be asked when it was judged. */
  judgeAgain(): Promise<void> {
    return this.#inTurn(() => {
      if (this.#isWaiting) this.#through = 0
      return this.#judgeAll()
    })
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const judging = this.#judging.then(work)
    this.#judging = judging.catch(() => {}) // whoever asked is told
    return judging
  }

  /** What is under way ends. */
  settled(): Promise<void> {
    return this.#judging
  }

  async #judgeAll(): Promise<void> {
    const to = bucketOf(new Date(this.#parts.db.clock.now().getTime() - GRACE))
    if (to.getTime() === this.#through) return
    const { failed, isWaiting } = await this.#all(this.#parts, to, this.#openSince)
    this.#isWaiting = isWaiting
    for (const [name, error] of failed) this.#parts.log.error("listening.not-judged", { name, ...errorFields(error) })
    if (failed.size === 0) this.#through = to.getTime()
  }
}
