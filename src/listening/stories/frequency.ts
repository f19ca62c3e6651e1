import { EVERYDAY, LITTLE } from "../text/common-words.ts"
import { hashOfStem } from "./hashing.ts"

const SIZE = 1 << 20
/** After so many items, what was heard before counts half. */
const HALF_LIFE = 1 << 17
/** What is thought of words before anything is heard weighs as much as so many items. */
const GUESS = 400
/** What is counted of an item that opens a story, and of one that joins one: an event mustn't make its own words ordinary. */
export const OPENS = 4
export const JOINS = 1

/** In how many items each term was, lately. Terms share a million places; what a term tells is learnt from what came before it alone. */
export class Frequency {
  readonly #seen = new Uint32Array(SIZE)
  #items = GUESS * OPENS

  constructor() {
    for (const word of LITTLE) this.#seen[hashOfStem(word) & (SIZE - 1)] = (GUESS * OPENS) / 4
    for (const word of EVERYDAY) this.#seen[hashOfStem(word) & (SIZE - 1)] = (GUESS * OPENS) / 20
  }

  /** How much a term tells, in bits: one more for each halving of how often it is met. */
  bitsOf(term: number): number {
    return Math.log2((this.#items + OPENS) / (this.#seen[term & (SIZE - 1)]! + OPENS / 2))
  }

  count(term: number, worth: number): void {
    this.#seen[term & (SIZE - 1)]! += worth
  }

  countItem(worth: number): void {
    this.#items += worth
    if (this.#items < 2 * HALF_LIFE * OPENS) return
    this.#items /= 2
    for (let n = 0; n < SIZE; n++) this.#seen[n]! >>= 1
  }
}
