const NONE = -1
/** What is laid fits below it; above it stands a piece of the key, by which those that share a place are told apart. */
const MOST = 1 << 16

/**
 * For each of many keys the few numbers (below 65,536) that were laid with it last. Keys share places; two in some ten thousand that do are
 * taken for one another.
 */
export class Rings {
  readonly #places: number
  readonly #length: number
  readonly #row: Int32Array
  readonly #next: Uint8Array
  /** What `find` found, and how many. */
  readonly found: Int32Array

  /** `places` is a power of two. */
  constructor(places: number, length: number) {
    this.#places = places
    this.#length = length
    this.#row = new Int32Array(places * length).fill(NONE)
    this.#next = new Uint8Array(places)
    this.found = new Int32Array(length)
  }

  find(key: number): number {
    const start = (key & (this.#places - 1)) * this.#length
    const tag = tagOf(key)
    let count = 0
    for (let at = start; at < start + this.#length; at++) {
      const value = this.#row[at]!
      if (value < 0) break
      if ((value & ~(MOST - 1)) === tag) this.found[count++] = value & (MOST - 1)
    }
    return count
  }

  /** Lays a number with a key, unless it is there. */
  add(key: number, number: number): void {
    const place = key & (this.#places - 1)
    const start = place * this.#length
    const value = tagOf(key) | number
    for (let n = 0; n < this.#length; n++) if (this.#row[start + n] === value) return
    const at = this.#next[place]!
    this.#row[start + at] = value
    this.#next[place] = at + 1 === this.#length ? 0 : at + 1
  }
}

/** Fifteen bits of the key above the number, never negative. */
const tagOf = (key: number): number => (key >>> 1) & 0x7fff0000
