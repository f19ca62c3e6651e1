import type { Frequency } from "./frequency.ts"
import { STORIES } from "./settings.ts"

const PLACES = 2048

/** The terms of one item, each once, and of them the most telling with what each tells. One object serves many items, one after the other. */
export class TellingTerms {
  readonly #frequency: Frequency
  /** The most telling, in order; at most `STORIES.terms`. */
  count = 0
  readonly terms = new Int32Array(STORIES.terms)
  readonly weights = new Float64Array(STORIES.terms)
  readonly bits = new Float64Array(STORIES.terms)
  readonly words: string[] = []
  /** The length of the weights. */
  norm = 0
  /** What all of its terms tell together, in bits. */
  information = 0

  /** All terms. */
  readonly #all = new Int32Array(STORIES.words)
  readonly #worth = new Float64Array(STORIES.words)
  readonly #written: string[] = []
  #allCount = 0
  /** Where each stands among them, by hash; what another item left counts as empty. */
  readonly #item = new Int32Array(PLACES)
  readonly #at = new Int32Array(PLACES)
  #items = 0

  constructor(frequency: Frequency) {
    this.#frequency = frequency
  }

  clear(): void {
    this.#items = (this.#items + 1) | 0
    this.#allCount = 0
  }

  add(term: number, worth: number, word: string): void {
    let place = term & (PLACES - 1)
    while (this.#item[place] === this.#items) {
      const known = this.#at[place]!
      if (this.#all[known] === term) {
        if (worth > this.#worth[known]!) this.#worth[known] = worth
        return
      }
      place = (place + 1) & (PLACES - 1)
    }
    const n = this.#allCount
    if (n === this.#all.length) return
    this.#allCount++
    this.#item[place] = this.#items
    this.#at[place] = n
    this.#all[n] = term
    this.#worth[n] = worth
    this.#written[n] = word
  }

  /** Chooses the most telling, by what was met before. */
  choose(): void {
    this.count = this.information = 0
    for (let n = 0; n < this.#allCount; n++) {
      const bits = this.#frequency.bitsOf(this.#all[n]!)
      if (bits < STORIES.telling) continue
      this.information += bits
      this.#take(n, bits, bits * this.#worth[n]!)
    }
    let sum = 0
    for (let n = 0; n < this.count; n++) sum += this.weights[n]! ** 2
    this.norm = Math.sqrt(sum)
  }

  /** Counts the terms as met: after the item was placed, so that it is judged by what came before. */
  learn(worth: number): void {
    for (let n = 0; n < this.#allCount; n++) this.#frequency.count(this.#all[n]!, worth)
    this.#frequency.countItem(worth)
  }

  #take(n: number, bits: number, weight: number): void {
    if (this.count === STORIES.terms) {
      if (weight <= this.weights[this.count - 1]!) return
    } else this.count++
    let at = this.count - 1
    for (; at > 0 && this.weights[at - 1]! < weight; at--) {
      this.terms[at] = this.terms[at - 1]!
      this.weights[at] = this.weights[at - 1]!
      this.bits[at] = this.bits[at - 1]!
      this.words[at] = this.words[at - 1]!
    }
    this.terms[at] = this.#all[n]!
    this.weights[at] = weight
    this.bits[at] = bits
    this.words[at] = this.#written[n]!
  }
}
