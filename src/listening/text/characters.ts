/** What a character is to a reader of words. */
export const SEPARATOR = 1
export const LETTER = 2
export const DIGIT = 3
/** Belongs to the character before it: an accent, a joiner, a soft hyphen. */
export const MARK = 4
/** A word of its own: scripts that put no space between words. */
export const SINGLE = 5
/** May begin an emoji. */
export const PICTURE = 6

/** Stand in for `*` and `?` while a query's words are read; private characters, letters to the reader. */
export const ANY_LETTERS = "\uE000"
export const ONE_LETTER = "\uE001"

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u
const LOOKS_LIKE_APOSTROPHE = /[\u02b9-\u02bf\u02c8\uff07]/
const UNSEEN = /[\u00ad\u2060\ufeff\u0640]|[\u{200b}-\u{200d}]|[\u{fe00}-\u{fe0f}]/u
const MARKS_OF_TRADE = /[©®™]/

const known = new Uint8Array(0x10000)

/** The kind of a character by its code unit; of a surrogate, what `kindOfPoint` says of the whole is to be asked. */
export function kindOf(code: number): number {
  const kind = known[code]!
  return kind === 0 ? (known[code] = kindOfPoint(code)) : kind
}

export function kindOfPoint(point: number): number {
  const character = String.fromCodePoint(point)
  if (character === ANY_LETTERS || character === ONE_LETTER) return LETTER
  if (LOOKS_LIKE_APOSTROPHE.test(character) || MARKS_OF_TRADE.test(character)) return SEPARATOR
  if (UNSEEN.test(character) || /\p{M}/u.test(character)) return MARK
  if (/\p{Nd}/u.test(character)) return DIGIT
  if (/[\p{L}\p{N}]/u.test(character)) return SPACELESS.test(character) ? SINGLE : LETTER
  if (/[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(character)) return PICTURE
  return SEPARATOR
}

/** Whether the character at this place is part of a word (of any script). */
export function isWordAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  const code = text.charCodeAt(at)
  // Half of a pair counts by the pair; before `at` lies its second half.
  const kind = code < 0xd800 || code > 0xdfff ? kindOf(code) : kindOfPoint(text.codePointAt(code < 0xdc00 ? at : at - 1) ?? code)
  return kind === LETTER || kind === DIGIT || kind === SINGLE || kind === MARK
}
