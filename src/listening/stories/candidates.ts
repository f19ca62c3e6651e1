import { chanceBits } from "./chance.ts"
import type { TellingTerms } from "./telling-terms.ts"
import type { LiveStories } from "./live-stories.ts"
import type { Rings } from "./rings.ts"
import { STORIES } from "./settings.ts"

const PLACES = 64
const SHOWN = 5

/** Which live stories may be an item's, and how alike each is; for one item after the other. */
export class Candidates {
  slots: Int32Array
  /** How many bits more item and story share than they would by chance, as of the last likeness. */
  bits = 0
  #item: TellingTerms | null = null
  /** The item's terms by hash, as one more than their place among them. */
  readonly #place = new Uint8Array(PLACES)
  readonly #promise: Float64Array
  readonly #turn: Int32Array
  #turns = 0
  readonly #touched: Int32Array

  constructor(live: number) {
    this.slots = new Int32Array(STORIES.candidates)
    this.#promise = new Float64Array(live)
    this.#turn = new Int32Array(live)
    this.#touched = new Int32Array(STORIES.asks * STORIES.ring)
  }

  read(item: TellingTerms): void {
    this.#item = item
    this.#place.fill(0)
    for (let n = 0; n < item.count; n++) {
      let at = item.terms[n]! & (PLACES - 1)
      while (this.#place[at] !== 0) at = (at + 1) & (PLACES - 1)
      this.#place[at] = n + 1
    }
  }

  /** Chooses those that share the most telling terms; how many there are in `slots`. */
  of(rings: Rings, stories: LiveStories): number {
    const item = this.#item!
    this.#turns = (this.#turns + 1) | 0
    let touched = 0
    for (let n = 0; n < Math.min(item.count, STORIES.asks); n++) {
      const count = rings.find(item.terms[n]!)
      const weight = item.weights[n]!
      for (let at = 0; at < count; at++) {
        const slot = stories.homeOf(rings.found[at]!)
        if (slot < 0) continue
        if (this.#turn[slot] !== this.#turns) {
          this.#turn[slot] = this.#turns
          this.#promise[slot] = 0
          this.#touched[touched++] = slot
        }
        this.#promise[slot]! += weight
      }
    }
    return this.#best(touched)
  }

  #best(touched: number): number {
    let count = 0
    for (let n = 0; n < touched; n++) {
      const slot = this.#touched[n]!
      const promise = this.#promise[slot]!
      if (count === STORIES.candidates && promise <= this.#promise[this.slots[count - 1]!]!) continue
      if (count < STORIES.candidates) count++
      let at = count - 1
      for (; at > 0 && this.#promise[this.slots[at - 1]!]! < promise; at--) this.slots[at] = this.slots[at - 1]!
      this.slots[at] = slot
    }
    return count
  }

  /** Every live story: the reference. */
  all(stories: LiveStories): number {
    if (this.slots.length < stories.size) this.slots = new Int32Array(stories.size * 2)
    let count = 0
    for (let slot = 0; slot < stories.size; slot++) if (stories.homeOf(slot) === slot) this.slots[count++] = slot
    return count
  }

  /**
   * How alike item and story are (cosine); `bits` is then what they share beyond chance: among so many stories, some always share a few words
   * with whatever is said.
   */
  likeness(stories: LiveStories, slot: number): number {
    const item = this.#item!
    const from = slot * STORIES.terms
    const settled = 1 / (stories.norms[slot]! * STORIES.settled)
    let [sum, bits, shared] = [0, 0, 0]
    for (let at = from; at < from + STORIES.terms; at++) {
      const weight = stories.weights[at]!
      if (weight === 0) continue
      const n = this.#placeOf(stories.terms[at]!)
      if (n < 0) continue
      sum += weight * item.weights[n]!
      bits += item.bits[n]! * Math.min(1, weight * settled)
      shared++
    }
    this.bits =
      bits -
      chanceBits(item.count, shared) -
      Math.log2(Math.max(stories.size, STORIES.join.among) / Math.min(STORIES.join.many, stories.items[slot]!))
    const both = item.norm * stories.norms[slot]!
    return both === 0 ? 0 : sum / both
  }

  /** The words that item and story share, the most telling first. */
  sharedWords(stories: LiveStories, slot: number, item: TellingTerms): string[] {
    const words: string[] = []
    const from = slot * STORIES.terms
    for (let n = 0; n < item.count && words.length < SHOWN; n++) {
      const term = item.terms[n]!
      for (let at = from; at < from + STORIES.terms; at++) {
        if (stories.terms[at] !== term || stories.weights[at] === 0) continue
        words.push(item.words[n]!)
        break
      }
    }
    return words
  }

  #placeOf(term: number): number {
    let at = term & (PLACES - 1)
    for (let n = this.#place[at]!; n !== 0; n = this.#place[at]!) {
      if (this.#item!.terms[n - 1] === term) return n - 1
      at = (at + 1) & (PLACES - 1)
    }
    return -1
  }
}
