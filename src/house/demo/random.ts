/** Draws that look like chance and are the same each time. */
export class Random {
  #state: number

  /** Each name has a chance of its own: what is drawn for one case changes nothing for the next. */
  constructor(name: string) {
    let h = 0x811c9dc5
    for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
    this.#state = h
    this.next()
  }

  /** From 0 to 1, without 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  of<T>(things: readonly T[]): T {
    return things[this.below(things.length)]!
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One of them, each as often as its weight says. */
  weighed<T>(things: readonly (readonly [T, number])[]): T {
    let drawn = this.next() * things.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [thing, weight] of things) if ((drawn -= weight) < 0) return thing
    return things.at(-1)![0]
  }

  /** Waiting times: mostly short, now and then very long. The median is given. */
  wait(median: number, spread = 1): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
    return median * Math.exp(normal * spread)
  }

  /** A UUID of version 7 for this moment. */
  id(at: number): string {
    const hex = (n: number, digits: number) => n.toString(16).padStart(digits, "0")
    const time = hex(Math.floor(at), 12)
    const word = () => hex(this.below(0x10000), 4)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${word().slice(1)}-${hex(0x8000 | this.below(0x4000), 4)}-${word()}${word()}${word()}`
  }
}
