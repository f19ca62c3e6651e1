import type { Anchor, Planner } from "./plan.ts"
import type { Postings } from "./postings.ts"
import type { Programs } from "./programs.ts"
import type { Vocabulary } from "./vocabulary.ts"

/** In how many texts every term is looked at once, and how many queries a text has moved at most: no text waits for more. */
const ROUND = 1024
const AT_ONCE = 16
/** A term is crowded when it brings more candidates than this to an average text; a query moves when that halves its cost. */
const CROWDED = 0.5
const GAIN = 0.5

/** Places queries with their terms, and moves them as texts show how frequent terms really are. */
export class Replanning {
  readonly #vocabulary: Vocabulary
  readonly #planner: Planner
  readonly #programs: Programs
  readonly #postings: Postings
  #waiting: number[] = []
  #next = 0

  constructor(vocabulary: Vocabulary, planner: Planner, programs: Programs, postings: Postings) {
    this.#vocabulary = vocabulary
    this.#planner = planner
    this.#programs = programs
    this.#postings = postings
  }

  /** Lays a query with its rarest sufficient terms; false when none announce it. */
  place(query: number): boolean {
    const { row } = this.#programs
    const start = this.#programs.startOf(query)
    if (this.#planner.cost(row, start) === Infinity) return false
    const anchors: Anchor[] = []
    this.#planner.choose(row, start, -1, anchors)
    for (const [term, guard] of anchors) this.#postings.add(term, query, guard)
    return true
  }

  afterText(): void {
    if (this.#waiting.length === 0) this.#lookForCrowds()
    for (let n = Math.min(AT_ONCE, this.#waiting.length); n > 0; n--) this.#reconsider(this.#waiting.pop()!)
  }

  #lookForCrowds(): void {
    const { seenIn, size, textsSeen } = this.#vocabulary
    for (let n = Math.ceil(size / ROUND); n > 0 && this.#waiting.length === 0; n--) {
      const term = this.#next++
      if (this.#next >= size) this.#next = 0
      const length = this.#postings.lengthOf(term)
      if (length < 2 || (length * seenIn.row[term]!) / textsSeen < CROWDED) continue
      for (let link = this.#postings.firstOf(term); link >= 0; link = this.#postings.after(link))
        this.#waiting.push(this.#postings.queryAt(link))
    }
  }

  #reconsider(query: number): void {
    const start = this.#programs.startOf(query)
    if (start < 0) return
    const { row } = this.#programs
    if (this.#planner.cost(row, start) > GAIN * this.#costNow(query)) return
    this.#postings.remove(query)
    this.place(query)
  }

  #costNow(query: number): number {
    let sum = 0
    for (const term of this.#postings.termsOf(query)) sum += this.#vocabulary.shareOf(term)
    return sum
  }
}
