import { ALL, AND, ANY, ANY_WORD, headOf, NEAR, NOT, OR, RANGE, RAW, ROW } from "./program.ts"
import type { Vocabulary } from "./vocabulary.ts"

/** A term by which a query is found, and one that must be there too, or -1: most candidates end at asking for it. */
export type Anchor = readonly [term: number, guard: number]

/**
 * Chooses by which terms a query is found: so few and rare ones that no text satisfies the query without one of them. Of an AND that is
 * its rarest branch, of an OR all branches, of a phrase its rarest word; a NOT gives none.
 */
export class Planner {
  readonly #vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** In what share of texts the part at `pc` is looked at; Infinity when no terms say when. */
  cost(row: Int32Array, pc: number): number {
    const operation = row[pc]!
    if (operation === NOT || operation === RANGE) return Infinity
    const end = pc + row[pc + 1]!
    const isWords = operation <= RAW
    let [sum, least] = [0, Infinity]
    for (let at = pc + headOf(operation); at < end; at += isWords ? 1 : row[at + 1]!) {
      const one = isWords ? this.#share(row[at]!) : this.cost(row, at)
      sum += one
      if (one < least) least = one
    }
    return operation === ANY || operation === OR ? sum : least
  }

  /** The anchors whose cost `cost` says, added to `anchors`. `guard` is what must be there besides the part at `pc`, or -1. */
  choose(row: Int32Array, pc: number, guard: number, anchors: Anchor[]): void {
    const operation = row[pc]!
    const first = pc + headOf(operation)
    const end = pc + row[pc + 1]!
    if (operation === ANY) for (let at = first; at < end; at++) anchors.push([row[at]!, guard])
    else if (operation === OR) for (let at = first; at < end; at += row[at + 1]!) this.choose(row, at, guard, anchors)
    else if (operation === ALL || operation === ROW || operation === RAW) {
      let best = first
      for (let at = first; at < end; at++) if (this.#share(row[at]!) < this.#share(row[best]!)) best = at
      anchors.push([row[best]!, this.#rarer(guard, this.#rarestOf(row, pc, best))])
    } else {
      let [best, least] = [first, Infinity]
      for (let at = first; at < end; at += row[at + 1]!) {
        const one = this.cost(row, at)
        if (one < least) [best, least] = [at, one]
      }
      let needed = guard
      for (let at = first; at < end; at += row[at + 1]!) if (at !== best) needed = this.#rarer(needed, this.#needed(row, at))
      this.choose(row, best, needed, anchors)
    }
  }

  /** A single term without which the part at `pc` doesn't hold, the rarest; -1 when there is none. */
  #needed(row: Int32Array, pc: number): number {
    const operation = row[pc]!
    if (operation === ALL || operation === ROW || operation === RAW) return this.#rarestOf(row, pc, -1)
    const first = pc + headOf(operation)
    if (operation === ANY) return row[pc + 1] === 3 ? row[first]! : -1
    if (operation !== AND && operation !== NEAR) return -1
    let needed = -1
    for (let at = first; at < pc + row[pc + 1]!; at += row[at + 1]!) needed = this.#rarer(needed, this.#needed(row, at))
    return needed
  }

  /** The rarest term of a list, the one at `except` apart. */
  #rarestOf(row: Int32Array, pc: number, except: number): number {
    let found = -1
    for (let at = pc + headOf(row[pc]!); at < pc + row[pc + 1]!; at++) if (at !== except) found = this.#rarer(found, row[at]!)
    return found
  }

  #rarer(one: number, other: number): number {
    if (one < 0 || other < 0) return Math.max(one, other)
    return this.#vocabulary.shareOf(one) <= this.#vocabulary.shareOf(other) ? one : other
  }

  #share(term: number): number {
    return term === ANY_WORD ? Infinity : this.#vocabulary.shareOf(term)
  }
}
