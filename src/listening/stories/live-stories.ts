import type { TellingTerms } from "./telling-terms.ts"
import { STORIES } from "./settings.ts"

const NONE = -1
const { terms: TERMS } = STORIES

/**
 * The stories of now, in a fixed number of slots: what each is about (its telling terms, by how much they told lately), when it was last
 * spoken of. Those of one item and those of more stand in two queues, the longest silent first; whoever comes when all slots are taken gets
 * the slot of the first of a single item.
 */
export class LiveStories {
  readonly #most: number
  readonly terms: Int32Array
  readonly weights: Float32Array
  readonly norms: Float32Array
  readonly items: Int32Array
  readonly last: Float64Array
  /** How many items said it in words of their own. */
  readonly #wordings: Int32Array
  /** Tells a story from the one that had its slot before. */
  readonly serials: Float64Array
  readonly names: string[] = []
  /** Where a story that was found to be part of another went, and the number of that one. */
  readonly #into: Int32Array
  readonly #intoSerial: Float64Array
  readonly #slots = new Map<string, number>()
  readonly #queue: Uint8Array
  readonly #before: Int32Array
  readonly #after: Int32Array
  /** First and last of the two queues, and how many wait in each: of one item, of more. */
  readonly #first = [NONE, NONE]
  readonly #end = [NONE, NONE]
  readonly #length = [0, 0]
  #serial = 0

  constructor(most: number) {
    this.#most = most
    this.terms = new Int32Array(most * TERMS)
    this.weights = new Float32Array(most * TERMS)
    this.norms = new Float32Array(most)
    this.items = new Int32Array(most)
    this.#wordings = new Int32Array(most)
    this.last = new Float64Array(most)
    this.serials = new Float64Array(most)
    this.#into = new Int32Array(most).fill(NONE)
    this.#intoSerial = new Float64Array(most)
    this.#queue = new Uint8Array(most)
    this.#before = new Int32Array(most)
    this.#after = new Int32Array(most)
  }

  get size(): number {
    return this.#slots.size
  }

  get gathered(): number {
    return this.#length[1]!
  }

  slotOf(name: string): number {
    const slot = this.#slots.get(name)
    return slot === undefined ? NONE : this.homeOf(slot)
  }

  /** The slot of the story that this one is part of by now, which mostly is itself; -1 when that one isn't live any more. */
  homeOf(slot: number): number {
    while (this.#into[slot] !== NONE) {
      const home = this.#into[slot]!
      if (this.serials[home] !== this.#intoSerial[slot]) return NONE
      slot = home
    }
    return slot
  }

  /** What was said of `from` is of `to` from now on; its slot stands for it until somebody needs it. */
  merge(from: number, to: number): void {
    this.#into[from] = to
    this.#intoSerial[from] = this.serials[to]!
    this.items[to]! += this.items[from]!
    if (this.last[from]! > this.last[to]!) this.last[to] = this.last[from]!
  }

  isLive(slot: number, serial: number): boolean {
    return this.serials[slot] === serial
  }

  /** Opens a story; whoever was silent longest makes room. */
  open(name: string, at: number): number {
    const slot = this.#slots.size < this.#most ? this.#slots.size : this.#close(this.#first[0] === NONE ? 1 : 0)
    this.names[slot] = name
    this.#slots.set(name, slot)
    this.serials[slot] = ++this.#serial
    this.items[slot] = 0
    this.norms[slot] = 0
    this.#wordings[slot] = 0
    this.#into[slot] = NONE
    this.last[slot] = at
    this.weights.fill(0, slot * TERMS, (slot + 1) * TERMS)
    this.#append(0, slot)
    return slot
  }

  /**
   * One item more: what it is about moves towards it, by a twentieth when it has many. `onTerm` is told of each of its telling terms that
   * the story now is about. What repeats others' words (not `isNew`) changes nothing of that.
   */
  add(slot: number, item: TellingTerms, at: number, isNew: boolean, onTerm: (term: number, slot: number) => void): void {
    if (isNew && item.norm > 0) this.#move(slot, item, 1 / (Math.min(this.#wordings[slot]!++, STORIES.memory) + 1), onTerm)
    if (at > this.last[slot]!) this.last[slot] = at
    this.#remove(this.#queue[slot] === 1 ? 1 : 0, slot)
    this.items[slot]!++
    this.#append(this.items[slot]! > 1 ? 1 : 0, slot)
    if (this.#length[1]! > Math.max(1, this.#most >> 2)) this.#demote()
  }

  #move(slot: number, item: TellingTerms, share: number, onTerm: (term: number, slot: number) => void): void {
    const from = slot * TERMS
    for (let n = from; n < from + TERMS; n++) this.weights[n]! *= 1 - share
    for (let n = 0; n < item.count; n++) {
      const weight = (share * item.weights[n]!) / item.norm
      const place = this.#placeFor(from, item.terms[n]!, weight)
      if (place === NONE) continue
      if (this.terms[place] !== item.terms[n]) this.weights[place] = 0
      this.terms[place] = item.terms[n]!
      this.weights[place]! += weight
      if (n < STORIES.asks) onTerm(item.terms[n]!, slot)
    }
    let sum = 0
    for (let n = from; n < from + TERMS; n++) sum += this.weights[n]! ** 2
    this.norms[slot] = Math.sqrt(sum)
  }

  /** Where this term stands, or the place of the weakest, if that is weaker than so much. */
  #placeFor(from: number, term: number, weight: number): number {
    let weakest = from
    for (let n = from; n < from + TERMS; n++) {
      if (this.weights[n]! > 0 && this.terms[n] === term) return n
      if (this.weights[n]! < this.weights[weakest]!) weakest = n
    }
    return this.weights[weakest]! < weight ? weakest : NONE
  }

  /** Too many have gathered: the longest silent of them goes before a single one does. */
  #demote(): void {
    const slot = this.#first[1]!
    this.#remove(1, slot)
    this.#length[0]!++
    // To the head of the others.
    const head = this.#first[0]!
    this.#queue[slot] = 0
    this.#before[slot] = NONE
    this.#after[slot] = head
    if (head === NONE) this.#end[0] = slot
    else this.#before[head] = slot
    this.#first[0] = slot
  }

  #close(queue: 0 | 1): number {
    const slot = this.#first[queue]!
    this.#remove(queue, slot)
    this.#slots.delete(this.names[slot]!)
    return slot
  }

  #append(queue: 0 | 1, slot: number): void {
    const end = this.#end[queue]!
    this.#queue[slot] = queue
    this.#before[slot] = end
    this.#after[slot] = NONE
    if (end === NONE) this.#first[queue] = slot
    else this.#after[end] = slot
    this.#end[queue] = slot
    this.#length[queue]!++
  }

  #remove(queue: 0 | 1, slot: number): void {
    const [before, after] = [this.#before[slot]!, this.#after[slot]!]
    if (before === NONE) this.#first[queue] = after
    else this.#after[before] = after
    if (after === NONE) this.#end[queue] = before
    else this.#before[after] = before
    this.#length[queue]!--
  }
}
