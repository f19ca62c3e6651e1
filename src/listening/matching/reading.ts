import { exactly } from "./exact.ts"
import { Ints } from "./ints.ts"
import { factsOf, hostsOf, type Seen } from "./known-facts.ts"
import { wordsOfAddress } from "../text/links.ts"
import type { Text } from "../text/text.ts"
import { Tokens } from "../text/tokens.ts"
import type { Kind } from "./kinds.ts"
import type { Vocabulary } from "./vocabulary.ts"

/** Between the words of a title and those of the text: no phrase and no NEAR reaches over it. */
const GAP = 1000
const NOWHERE = -1

/**
 * One text as the queries see it: which terms are in it, and where. Reads a text after another into the same rows; a term belongs to the
 * present text when it carries its number.
 */
export class Reading {
  readonly #vocabulary: Vocabulary
  readonly #tokens = new Tokens()
  readonly #stamps = new Ints()
  readonly #first = new Ints()
  readonly #last = new Ints()
  /** Places of terms: the token, and the next place of the same term. */
  readonly #at = new Ints()
  readonly #next = new Ints()
  #places = 0
  #number = 0
  /** The word and the second name of each token, as terms, and where it stands. */
  readonly #words = new Ints()
  readonly #signed = new Ints()
  readonly #positions = new Ints()
  readonly #starts = new Ints()
  readonly #ends = new Ints()
  #count = 0
  #titleCount = 0
  #textCount = 0
  #written: { title: string; text: string } | null = null
  #title = ""
  #text = ""
  readonly #present = new Ints()
  #presentCount = 0
  rating: number | null = null
  followers: number | null = null

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  read(text: Text): void {
    this.#number = (this.#number + 1) | 0
    this.#places = this.#count = this.#presentCount = this.#titleCount = 0
    this.#written = null
    this.rating = text.rating ?? null
    this.followers = text.followers ?? null
    this.#stamps.reach(this.#vocabulary.size)
    this.#first.reach(this.#vocabulary.size)
    this.#last.reach(this.#vocabulary.size)
    this.#title = text.title ? text.title.normalize("NFC") : ""
    this.#text = text.text.normalize("NFC")
    const seen: Seen = { links: [], hashtags: false, handles: false, emoji: false }
    let position = 0
    if (this.#title !== "") {
      position = this.#readWords(this.#title, position, seen, "title:")
      this.#titleCount = this.#count
    }
    position = this.#readWords(this.#text, position, seen, "")
    this.#textCount = this.#count
    if (text.author && this.#vocabulary.has("author:")) position = this.#readField(text.author, position, "author:")
    if (this.#vocabulary.has("url:"))
      for (const url of text.url ? [text.url, ...seen.links] : seen.links) position = this.#readField(wordsOfAddress(url), position, "url:")
    for (const host of this.#vocabulary.has("site:") ? hostsOf(text) : []) this.#mark("site:", host)
    for (const [kind, value] of factsOf(text, seen)) if (this.#vocabulary.has(kind)) this.#mark(kind, value)
    this.#vocabulary.countText()
  }

  /** The terms of this text, each once: the first `presentCount` of the row. */
  get present(): Int32Array {
    return this.#present.row
  }

  get presentCount(): number {
    return this.#presentCount
  }

  has(term: number): boolean {
    return this.#stamps.row[term] === this.#number
  }

  /** The first place of a term, to be given to `tokenAt` and `after`; -1 when it isn't there. */
  firstOf(term: number): number {
    return this.has(term) ? this.#first.row[term]! : NOWHERE
  }

  after(place: number): number {
    return this.#next.row[place]!
  }

  tokenAt(place: number): number {
    return this.#at.row[place]!
  }

  /** Whether this token is that term. */
  isAt(term: number, token: number): boolean {
    if (token >= this.#count) return false
    if (this.#words.row[token] === term || this.#signed.row[token] === term) return true
    if (!this.#vocabulary.isLoose(term)) return false
    for (let place = this.firstOf(term); place !== NOWHERE; place = this.#next.row[place]!)
      if (this.#at.row[place]! >= token) return this.#at.row[place] === token
    return false
  }

  get count(): number {
    return this.#count
  }

  /** Where a token stands among all the words, from which distances are counted. */
  positionOf(token: number): number {
    return this.#positions.row[token]!
  }

  /** Where the words from one position to another stand, when they are of the title or the text. */
  placeOf(from: number, to: number): { within: "title" | "text"; span: { start: number; end: number } } | null {
    const first = this.#positions.row.subarray(0, this.#textCount).indexOf(from)
    if (first < 0) return null
    const span = { start: this.#starts.row[first]!, end: this.#ends.row[first + to - from]! }
    return { within: first < this.#titleCount ? "title" : "text", span }
  }

  /** Whether the title or text, from so many characters before this token on, is written exactly so. */
  isWritten(exact: string, token: number, lead: number): boolean {
    const { title, text } = this.#exact
    return (token < this.#titleCount ? title : text).startsWith(exact, Math.max(0, this.#starts.row[token]! - lead))
  }

  isAnywhere(exact: string): boolean {
    const { title, text } = this.#exact
    return text.includes(exact) || title.includes(exact)
  }

  get #exact(): { title: string; text: string } {
    return (this.#written ??= { title: exactly(this.#title), text: exactly(this.#text) })
  }

  #readWords(text: string, position: number, seen: Seen, field: "" | "title:"): number {
    const tokens = this.#tokens.read(text)
    const inField = field !== "" && (this.#vocabulary.has(field) || this.#vocabulary.has(`${field}#`) || this.#vocabulary.has(`${field}@`))
    const base = this.#count
    this.#reach(base + tokens.count)
    this.#count += tokens.count
    for (let n = 0; n < tokens.count; n++) {
      const token = base + n
      const word = tokens.words[n]!
      const signed = tokens.signed[n]!
      this.#words.row[token] = word === "" ? NOWHERE : this.#meet("", word, word, token)
      this.#signed.row[token] = NOWHERE
      const kind = signed === "" || signed.startsWith(word) ? null : signed.startsWith("#") ? "#" : "@"
      if (kind === "#") seen.hashtags = true
      else if (kind === "@") seen.handles = true
      this.#signed.row[token] = signed === "" ? NOWHERE : this.#meet(kind, signed, signed, token)
      if (inField) {
        this.#meet(field, field + word, word, token)
        if (signed !== "") this.#meet(kind && `${field}${kind}`, field + signed, signed, token)
      }
      this.#positions.row[token] = position + n
      this.#starts.row[token] = tokens.starts[n]!
      this.#ends.row[token] = tokens.ends[n]!
    }
    seen.emoji ||= tokens.hasEmoji
    if (tokens.links.length > 0) seen.links = seen.links.concat(tokens.links)
    return position + tokens.count + GAP
  }

  #readField(text: string, position: number, field: Kind): number {
    const tokens = this.#tokens.read(text.normalize("NFC"))
    const base = this.#count
    this.#reach(base + tokens.count)
    this.#count += tokens.count
    for (let n = 0; n < tokens.count; n++) {
      this.#words.row[base + n] = this.#meet(field, field + tokens.words[n]!, tokens.words[n]!, base + n)
      this.#signed.row[base + n] = NOWHERE
      this.#positions.row[base + n] = position + n
    }
    return position + tokens.count + GAP
  }

  #reach(count: number): void {
    this.#words.reach(count)
    this.#signed.reach(count)
    this.#positions.reach(count)
    this.#starts.reach(count)
    this.#ends.reach(count)
  }

  /** Notes a term, and the patterns of its kind that it fits, at this token. Gives the term, or -1 when no query names it. */
  #meet(kind: Kind | null, name: string, word: string, token: number): number {
    const { term, patterns } = this.#vocabulary.meet(kind, name, word)
    if (term >= 0) this.#note(term, token)
    for (let n = 0; n < patterns.length; n++) this.#note(patterns[n]!, token)
    return term
  }

  #mark(kind: Kind, value: string): void {
    this.#meet(kind, kind + value, value, NOWHERE)
  }

  #note(term: number, token: number): void {
    const isNew = this.#stamps.row[term] !== this.#number
    if (isNew) {
      this.#stamps.row[term] = this.#number
      this.#first.row[term] = NOWHERE
      this.#present.set(this.#presentCount++, term)
      this.#vocabulary.seenIn.row[term]!++
    }
    if (token === NOWHERE) return
    const place = this.#places++
    this.#at.set(place, token)
    this.#next.set(place, NOWHERE)
    if (isNew) this.#first.row[term] = place
    else this.#next.row[this.#last.row[term]!] = place
    this.#last.row[term] = place
  }
}
