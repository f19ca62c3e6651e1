import { DIGIT, isWordAt, kindOf, kindOfPoint, LETTER, MARK, PICTURE, SINGLE } from "./characters.ts"
import { emojiEnd } from "./emoji.ts"
import { fold, foldEmoji } from "./fold.ts"
import { linkEnd } from "./links.ts"

const ACRONYM = /(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}\p{M}])/uy

/**
 * The words of a text, read once: each folded (no case, no accent) and with its place in the text, so that what was found can be
 * shown and the exact writing compared. One object reads many texts, one after the other.
 *
 * Apostrophes and hyphens part words (`l’entreprise` is `l` and `entreprise`); `S.N.C.F.` is `sncf`; `3,5` is one word; an emoji is
 * one; a link is one that no word finds; scripts without spaces give a word a character. A word with a sign has a second name:
 * `#acme`, `@acme`, `canal+`, `c#`.
 */
export class Tokens {
  count = 0
  words: string[] = []
  /** The second name of the word, or "". */
  signed: string[] = []
  /** Where each begins and ends in the text, in UTF-16 units, its sign apart. */
  starts = new Int32Array(64)
  ends = new Int32Array(64)
  links: string[] = []
  hasEmoji = false

  read(text: string): this {
    this.count = 0
    this.hasEmoji = false
    if (this.links.length > 0) this.links = []
    let at = 0
    while (at < text.length) at = this.#step(text, at)
    return this
  }

  /** Reads what begins here and gives the place after it. */
  #step(text: string, at: number): number {
    const code = text.charCodeAt(at)
    const isPair = code >= 0xd800 && code < 0xdc00
    const kind = isPair ? kindOfPoint(text.codePointAt(at)!) : kindOf(code)
    if (kind === LETTER || kind === DIGIT) return this.#word(text, at, code)
    if (kind === SINGLE) return this.#single(text, at, isPair ? 2 : 1)
    if (kind === PICTURE || text.charCodeAt(at + 1) === 0x20e3 || text.charCodeAt(at + 1) === 0xfe0f) {
      const end = emojiEnd(text, at)
      if (end > 0) return this.#emoji(text, at, end)
    }
    return at + (isPair ? 2 : 1)
  }

  #word(text: string, at: number, first: number): number {
    const next = text.charCodeAt(at + 1)
    if ((first | 32) === (next | 32) ? (first | 32) === 119 : (first | 32) === 104 && (next | 32) === 116) {
      const end = linkEnd(text, at)
      if (end > 0) {
        this.links.push(text.slice(at, end))
        return this.#push(at, end, "", "")
      }
    }
    if (next === 0x20e3 || (next === 0xfe0f && text.charCodeAt(at + 2) === 0x20e3)) return this.#emoji(text, at, emojiEnd(text, at))
    if (next === 46) {
      ACRONYM.lastIndex = at
      const letters = ACRONYM.exec(text)?.[0]
      if (letters !== undefined) return this.#signed(text, at, at + letters.length, fold(letters.replaceAll(".", "")))
    }
    return this.#plainWord(text, at)
  }

  #plainWord(text: string, at: number): number {
    let end = at
    let isFolded = true
    let isAscii = true
    let isNumber = true
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code >= 97 && code <= 122) isNumber = false
      else if (code >= 65 && code <= 90) isFolded = isNumber = false
      else if (code >= 48 && code <= 57) continue
      else if (code === 95) {
        if (!isWordAt(text, end + 1)) break
        isNumber = false
      } else if (code === 46 || code === 44) {
        if (!isNumber || !isDigit(text.charCodeAt(end + 1))) break
        if (code === 44) isFolded = false
      } else if (code < 128) break
      else {
        const isPair = code >= 0xd800 && code < 0xdc00
        const kind = isPair ? kindOfPoint(text.codePointAt(end)!) : kindOf(code)
        if (kind !== LETTER && kind !== DIGIT && kind !== MARK) break
        isAscii = false
        if (kind !== DIGIT) isNumber = false
        if (isPair) end++
      }
    }
    const written = text.slice(at, end)
    if (isFolded && isAscii) return this.#signed(text, at, end, written)
    const folded = isAscii ? written.toLowerCase() : fold(written)
    return this.#signed(text, at, end, isNumber ? folded.replaceAll(",", ".") : folded)
  }

  /** Takes a word with the sign before it (`#`, `@`) or after it (`+`, `++`, `#`), when it has one. */
  #signed(text: string, at: number, end: number, word: string): number {
    const before = at > 0 ? text.charCodeAt(at - 1) : 0
    if (before === 35 || before === 0xff03 || before === 64)
      return this.#push(at, end, word, isWordAt(text, at - 2) ? "" : (before === 64 ? "@" : "#") + word)
    const after = text.charCodeAt(end)
    if (after !== 43 && after !== 35) return this.#push(at, end, word, "")
    const sign = after === 35 ? "#" : text.charCodeAt(end + 1) === 43 ? "++" : "+"
    return this.#push(at, end, word, isWordAt(text, end + sign.length) ? "" : word + sign)
  }

  #single(text: string, at: number, width: number): number {
    let end = at + width
    while (end < text.length && kindOf(text.charCodeAt(end)) === MARK) end++
    return this.#signed(text, at, end, fold(text.slice(at, end)))
  }

  #emoji(text: string, at: number, end: number): number {
    this.hasEmoji = true
    return this.#push(at, end, foldEmoji(text.slice(at, end)), "")
  }

  #push(at: number, end: number, word: string, signed: string): number {
    const n = this.count++
    if (n === this.starts.length) this.#grow()
    this.words[n] = word
    this.signed[n] = signed
    this.starts[n] = at
    this.ends[n] = end
    return end
  }

  #grow(): void {
    const longer = (old: Int32Array<ArrayBuffer>) => {
      const array = new Int32Array(old.length * 2)
      array.set(old)
      return array
    }
    this.starts = longer(this.starts)
    this.ends = longer(this.ends)
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
