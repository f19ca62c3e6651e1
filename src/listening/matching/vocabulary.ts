import { Ints } from "./ints.ts"
import { isPattern } from "./glob.ts"
import { Patterns } from "./patterns.ts"

/**
 * Kinds of terms that aren't words of the text; each term of theirs has the name in front (`author:camille`), which no word can have.
 * Words with a sign (`#acme`) are a kind of their own, for wildcards.
 */
export type Kind =
  | ""
  | "#"
  | "@"
  | "title:"
  | "title:#"
  | "title:@"
  | "author:"
  | "url:"
  | "site:"
  | "lang:"
  | "source:"
  | "country:"
  | "has:"
  | "raw:"

/** Every term that some query names, as a number, with how many queries name it and how many texts had it lately. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly #names: string[] = []
  readonly #uses = new Ints()
  readonly #free: number[] = []
  readonly #patterns = new Map<Kind, Patterns>()
  readonly #kinds = new Map<Kind, number>()
  readonly #loose = new Ints()
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
    const name = (/[#@]$/.test(kind) ? kind.slice(0, -1) : kind) + word
    const known = this.#ids.get(name)
    if (known !== undefined) {
      this.#uses.row[known]!++
      return known
    }
    const id = this.#free.pop() ?? this.#names.length
    const own = ownCopy(name)
    this.#names[id] = own
    this.#ids.set(own, id)
    this.#uses.set(id, 1)
    this.seenIn.set(id, 0)
    const isWild = kind !== "raw:" && isPattern(word)
    this.#loose.set(id, isWild || kind.startsWith("title:") ? 1 : 0)
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    if (isWild) this.#patternsOf(kind).add(id, word)
    return id
  }

  /** One use less; a term that nobody names any more is forgotten. */
  release(id: number): void {
    if (--this.#uses.row[id]! > 0) return
    const name = this.#names[id]!
    const kind = kindOfTerm(name)
    this.#ids.delete(name)
    this.#names[id] = ""
    this.#free.push(id)
    this.#kinds.set(kind, this.#kinds.get(kind)! - 1)
    if (kind !== "raw:" && isPattern(name)) this.#patternsOf(kind).remove(id)
  }

  /** The term that is written so, kind included; -1 when no query names it. */
  find(name: string): number {
    return this.#ids.get(name) ?? -1
  }

  /** The patterns of this kind, when there are any. */
  patterns(kind: Kind): Patterns | null {
    const patterns = this.#patterns.get(kind)
    return patterns && patterns.size > 0 ? patterns : null
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

  /** Counts a text; what was long ago counts half each time. */
  countText(): void {
    if (++this.#textsSeen % HALF_LIFE !== 0) return
    this.#textsSeen /= 2
    const { row } = this.seenIn
    for (let id = 0; id < row.length; id++) row[id]! >>= 1
  }

  #patternsOf(kind: Kind): Patterns {
    const known = this.#patterns.get(kind)
    if (known) return known
    const fresh = new Patterns()
    this.#patterns.set(kind, fresh)
    return fresh
  }
}

const HALF_LIFE = 1 << 17

export function kindOfTerm(name: string): Kind {
  const [, kind] = /^(title:[#@](?=.)|title:|author:|url:|site:|lang:|source:|country:|has:|raw:|#(?=.)|@(?=.))/su.exec(name) ?? []
  return (kind ?? "") as Kind
}

/** A piece of a string keeps the whole in memory; a copy doesn't. */
const ownCopy = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString())
