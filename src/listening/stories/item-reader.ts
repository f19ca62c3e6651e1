import { Tokens } from "../text/tokens.ts"
import { canonicalAddress, isOfOneThing } from "./address.ts"
import type { Frequency } from "./frequency.ts"
import { hashOf, hashOfStem, hashOfThree, longHashOf } from "./hashing.ts"
import type { Item } from "./item.ts"
import { STORIES } from "./settings.ts"
import { Sketch } from "./sketch.ts"
import { TellingTerms } from "./telling-terms.ts"

const AT = 64
const HASH = 35
/** . ! ? … : « “ " */
const ENDS = [46, 33, 63, 0x2026, 58, 171, 0x201c, 34]

/**
 * What is compared of an item, read once: its terms (words by their beginnings, names, numbers, hashtags), a sketch of its wording, and the
 * addresses by which it is known or which it names. One object reads many items, one after the other.
 */
export class ItemReader {
  readonly telling: TellingTerms
  readonly sketch = new Sketch()
  /** What it is called by, what it repeats or answers, and what it links to. */
  readonly own: number[] = []
  readonly repeats: number[] = []
  readonly answers: number[] = []
  readonly links: number[] = []
  readonly #tokens = new Tokens()
  readonly #wording = new Int32Array(STORIES.words)
  #wordingCount = 0
  #read = 0

  constructor(frequency: Frequency) {
    this.telling = new TellingTerms(frequency)
  }

  read(item: Item): void {
    this.#read = 0
    this.own.length = this.repeats.length = this.answers.length = this.links.length = 0
    this.telling.clear()
    this.sketch.clear()
    this.#readPart(item.text, 1, true)
    // The same text is often taken over under another headline: it belongs to the wording only where there is hardly another.
    if (item.title) this.#readPart(item.title, STORIES.titleWorth, this.sketch.size < STORIES.copy.least)
    this.sketch.finish()
    this.telling.choose()
    if (item.key) this.own.push(longHashOf(item.key))
    if (item.url) this.#address(item.url, this.own)
    if (item.repostOf) this.#reference(item.repostOf, this.repeats)
    if (item.replyTo) this.#reference(item.replyTo, this.answers)
  }

  #readPart(text: string, worth: number, isWording: boolean): void {
    const tokens = this.#tokens.read(text)
    const most = Math.min(tokens.count, STORIES.words - this.#read)
    this.#read += most
    this.#wordingCount = 0
    for (let n = 0; n < most; n++) n = this.#word(text, n, worth)
    const wording = this.#wording
    if (isWording) for (let n = 2; n < this.#wordingCount; n++) this.sketch.add(hashOfThree(wording[n - 2]!, wording[n - 1]!, wording[n]!))
    for (const link of tokens.links) this.#address(link, this.links)
  }

  /** Reads a word (a number may be several) and gives the last it took. Links, handles and what begins a retweet are no wording. */
  #word(text: string, n: number, worth: number): number {
    const word = this.#tokens.words[n]!
    if (word === "" || (n === 0 && word === "rt")) return n
    const start = this.#tokens.starts[n]!
    const before = start > 0 ? text.charCodeAt(start - 1) : 32
    if (before === AT) {
      this.telling.add(hashOf(`@${word}`), worth, word)
      return n
    }
    this.#wording[this.#wordingCount++] = hashOf(word)
    if (word.length < 2) return n
    const first = text.charCodeAt(start)
    if (first < 58) return this.#number(n, worth)
    if (before === HASH) this.#hashtag(text.slice(start, this.#tokens.ends[n]), word, worth)
    else this.telling.add(hashOfStem(word), isName(text, first, start) ? worth * STORIES.nameWorth : worth, word)
    return n
  }

  /** `12 000`, `12,000` and `12.000` are one number; those of one or two digits tell nothing. */
  #number(n: number, worth: number): number {
    const { words, starts, ends, count } = this.#tokens
    let number = words[n]!
    if (number.includes(".")) number = number.replace(/^(\d{1,3})((?:\.\d{3})+)$/, (whole) => whole.replaceAll(".", ""))
    while (n + 1 < count && starts[n + 1] === ends[n]! + 1 && /^\d{1,3}$|\d000$/.test(number) && /^\d{3}$/.test(words[n + 1]!))
      number += words[++n]!
    if (number.length >= 3) this.telling.add(hashOf(number), worth * STORIES.nameWorth, number)
    return n
  }

  /** `#PanneAcme` says `panne` and `acme`; `#panneacme` is a name of its own. */
  #hashtag(written: string, word: string, worth: number): void {
    const pieces = written.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? []
    if (pieces.length < 2) return this.telling.add(hashOfStem(word), worth * STORIES.nameWorth, word)
    for (const piece of pieces) {
      const plain = piece.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
      if (plain.length > 1) this.telling.add(hashOfStem(plain), worth * STORIES.nameWorth, plain)
    }
  }

  #address(address: string, to: number[]): void {
    const canonical = canonicalAddress(address)
    if (canonical !== null && isOfOneThing(canonical)) to.push(longHashOf(canonical))
  }

  #reference(reference: string, to: number[]): void {
    to.push(longHashOf(reference))
    this.#address(reference, to)
  }
}

/** Whether a word is written as a name: with a capital that no sentence begins with. */
function isName(text: string, first: number, start: number): boolean {
  if (!((first >= 65 && first <= 90) || (first >= 0xc0 && first <= 0xde))) return false
  let at = start - 1
  while (at >= 0 && isBlank(text.charCodeAt(at))) at--
  return at >= 0 && !ENDS.includes(text.charCodeAt(at))
}

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 0xa0 || code === 0x202f
