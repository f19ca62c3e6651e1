import { ownCopy } from "../text/own-copy.ts"
import { isPattern } from "./glob.ts"
import { Ints } from "./ints.ts"
import { guessShare, type Kind, kindOfTerm, nameOfTerm } from "./kinds.ts"
import { Patterns } from "./patterns.ts"
import { Remembered } from "./remembered.ts"

/** What a word of a text is to the queries: the term of that name, or -1, and the wildcards that it fits. */
export interface Meeting {
  term: number
  patterns: readonly number[]
}

/** After so many texts, what was seen before counts half. */
const HALF_LIFE = 1 << 17
/** A guess at how frequent a term is weighs as much as so many texts. */
const GUESS = 200
const MILLION = 1e6
const REMEMBERED = 60_000
const STRANGER: Meeting = { term: -1, patterns: [] }

/** Every term that some query names, as a number, with how many queries name it and how many texts had it lately. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly #names: string[] = []
  readonly #uses = new Ints()
  readonly #loose = new Ints()
  readonly #guesses = new Ints()
  readonly #free: number[] = []
  readonly #patterns = new Map<Kind, Patterns>()
  readonly #kinds = new Map<Kind, number>()
  /** Words come again and again: what the last of them were. */
  readonly #met = new Remembered<Meeting>(REMEMBERED)
  /** Texts in which a term was, by its number. */
  readonly seenIn = new Ints()
  #textsSeen = 0

  /** One more than the highest number of a term. */
  get size(): number {
    return this.#names.length
  }

  get textsSeen(): number {
    return this.#textsSeen
  }

  /** The number of a term, which is one use more. */
  take(kind: Kind, word: string): number {
    const name = nameOfTerm(kind, word)
    const known = this.#ids.get(name)
    if (known !== undefined) {
      this.#uses.row[known]!++
      return known
    }
    const id = this.#free.pop() ?? this.#names.length
    const own = ownCopy(name)
    const isWild = kind !== "raw:" && isPattern(word)
    this.#names[id] = own
    this.#ids.set(own, id)
    this.#uses.set(id, 1)
    this.seenIn.set(id, 0)
    this.#loose.set(id, isWild || kind.startsWith("title:") ? 1 : 0)
    this.#guesses.set(id, guessShare(kind, word) * MILLION)
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    this.#forget(name, isWild)
    if (isWild) this.#patternsOf(kind).add(id, ownCopy(word))
    return id
  }

  /** One use less; a term that nobody names any more is forgotten. */
  release(id: number): void {
    if (--this.#uses.row[id]! > 0) return
    const name = this.#names[id]!
    const kind = kindOfTerm(name)
    const isWild = kind !== "raw:" && isPattern(name)
    this.#ids.delete(name)
    this.#names[id] = ""
    this.#free.push(id)
    this.#kinds.set(kind, this.#kinds.get(kind)! - 1)
    this.#forget(name, isWild)
    if (isWild) this.#patternsOf(kind).remove(id)
  }

  /** What this word is to the queries. `name` is the word as a term; `kind` null: no wildcard stands for it. */
  meet(kind: Kind | null, name: string, word: string): Meeting {
    const known = this.#met.get(name)
    if (known) return known
    const term = this.#ids.get(name) ?? -1
    const patterns = (kind !== null && this.#patterns.get(kind)?.fitting(word)) || STRANGER.patterns
    const meeting = term < 0 && patterns.length === 0 ? STRANGER : { term, patterns }
    this.#met.set(name, meeting)
    return meeting
  }

  /** Whether any query asks for something of this kind. */
  has(kind: Kind): boolean {
    return (this.#kinds.get(kind) ?? 0) > 0
  }

  /** Whether a token may be this term without the term being its word: a pattern, or a word asked for in the title alone. */
  isLoose(id: number): boolean {
    return this.#loose.row[id] === 1
  }

  nameOf(id: number): string {
    return this.#names[id]!
  }

  /** In what share of texts a term is, as far as is known. */
  shareOf(id: number): number {
    return (this.seenIn.row[id]! + (this.#guesses.row[id]! / MILLION) * GUESS) / (this.#textsSeen + GUESS)
  }

  /** Counts a text; what was long ago counts half each time. */
  countText(): void {
    if (++this.#textsSeen < 2 * HALF_LIFE) return
    this.#textsSeen /= 2
    const { row } = this.seenIn
    for (let id = 0; id < row.length; id++) row[id]! >>= 1
  }

  #forget(name: string, isWild: boolean): void {
    if (isWild) this.#met.clear()
    else this.#met.forget(name)
  }

  #patternsOf(kind: Kind): Patterns {
    const known = this.#patterns.get(kind)
    if (known) return known
    const fresh = new Patterns()
    this.#patterns.set(kind, fresh)
    return fresh
  }
}
