/** Numbers that look random and are the same each time (mulberry32), so that two runs measure the same company. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** From 0 to 1, without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  of<T>(things: readonly T[]): T {
    return things[this.below(things.length)]!
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A UUID of version 7 for this moment. */
  id(at: number): string {
    const hex = (n: number, digits: number) => n.toString(16).padStart(digits, "0")
    const time = hex(Math.floor(at), 12)
    const word = () => hex(this.below(0x10000), 4)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${word().slice(1)}-${hex(0x8000 | this.below(0x4000), 4)}-${word()}${word()}${word()}`
  }
}

/** Draws ranks as words are drawn in speech (Zipf): the first twice as often as the second. */
export class Ranks {
  readonly #cumulated: Float64Array

  constructor(n: number, flattening: number) {
    this.#cumulated = new Float64Array(n)
    let sum = 0
    for (let i = 0; i < n; i++) this.#cumulated[i] = sum += 1 / (i + 1 + flattening)
    for (let i = 0; i < n; i++) this.#cumulated[i]! /= sum
  }

  draw(random: Random): number {
    const drawn = random.next()
    let [low, high] = [0, this.#cumulated.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#cumulated[middle]! < drawn) low = middle + 1
      else high = middle
    }
    return low
  }
}
