import { ALL, AND, ANY, ANY_WORD, headOf, NEAR, OR, RAW, ROW } from "./program.ts"
import { kindOfTerm, type Vocabulary } from "./vocabulary.ts"

/** Before texts were seen: how often a word of so many letters is in one, and how much that guess weighs, in texts. */
const BY_LENGTH = [0.2, 0.2, 0.3, 0.15, 0.05, 0.02, 0.008, 0.004, 0.002]
const BY_KIND: Readonly<Record<string, number>> = { "lang:": 0.5, "source:": 0.3, "country:": 0.3, "has:": 0.3, "site:": 0.01 }
const WEIGHT = 200

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
    const end = pc + row[pc + 1]!
    let sum = 0
    let least = Infinity
    const isWords = operation <= RAW
    for (let at = pc + headOf(operation); at < end; at += isWords ? 1 : row[at + 1]!) {
      if (!isWords && operation !== AND && operation !== OR && operation !== NEAR) return Infinity
      const one = isWords ? this.share(row[at]!) : this.cost(row, at)
      sum += one
      if (one < least) least = one
    }
    return operation === ANY || operation === OR ? sum : least
  }

  /** The terms whose cost `cost` says, added to `terms`. */
  choose(row: Int32Array, pc: number, terms: number[]): void {
    const operation = row[pc]!
    const first = pc + headOf(operation)
    const end = pc + row[pc + 1]!
    if (operation === ANY) for (let at = first; at < end; at++) terms.push(row[at]!)
    else if (operation === OR) for (let at = first; at < end; at += row[at + 1]!) this.choose(row, at, terms)
    else if (operation === ALL || operation === ROW || operation === RAW) {
      let best = first
      for (let at = first; at < end; at++) if (this.share(row[at]!) < this.share(row[best]!)) best = at
      terms.push(row[best]!)
    } else {
      let [best, least] = [first, Infinity]
      for (let at = first; at < end; at += row[at + 1]!) {
        const one = this.cost(row, at)
        if (one < least) [best, least] = [at, one]
      }
      this.choose(row, best, terms)
    }
  }

  /** In what share of texts a term is. */
  share(term: number): number {
    if (term === ANY_WORD) return Infinity
    const seen = this.#vocabulary.seenIn.row[term]! + this.#guess(term) * WEIGHT
    return seen / (this.#vocabulary.textsSeen + WEIGHT)
  }

  #guess(term: number): number {
    const name = this.#vocabulary.nameOf(term)
    const kind = kindOfTerm(name)
    return BY_KIND[kind] ?? BY_LENGTH[Math.min(BY_LENGTH.length - 1, name.length - kind.length)]!
  }
}
