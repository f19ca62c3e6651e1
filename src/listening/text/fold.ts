import { ownCopy } from "./own-copy.ts"

/** Letters that no decomposition takes apart. */
const LIGATURES: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ς: "σ",
}
const LIGATURE = /[œæßøłđðþħıς]/g
/** Accents of Latin, Greek and Cyrillic; vowel points of Arabic and Hebrew; joiners and what isn't seen. */
const ACCENTS = /[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u0652]|[\u{200b}-\u{200d}]|[\u{fe00}-\u{fe0f}]|[\u00ad\u0640\u2060\ufeff]/gu

/** What a decomposition may leave between letters. */
const NOT_OF_A_WORD = /[^\p{L}\p{N}\p{M}_.,\ue000\ue001]/gu

const CACHED = 20_000
const cache = new Map<string, string>()

/** A word without its case and accents: `Été` and `ete` are one, and so are `cœur` and `coeur`. Idempotent. */
export function fold(word: string): string {
  const found = cache.get(word)
  if (found !== undefined) return found
  if (cache.size >= CACHED) cache.clear()
  const folded = word
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("и\u0306", "й") // a letter of its own, not an accented и
    .replace(ACCENTS, "")
    .replace(LIGATURE, (letter) => LIGATURES[letter]!)
    .replace(NOT_OF_A_WORD, "")
    .normalize("NFC")
  cache.set(ownCopy(word), folded)
  return folded
}

const TONES = /[\ufe0e\ufe0f]|\p{Emoji_Modifier}/gu

/** An emoji without skin tone and variation: 👍 and 👍🏽 are one. */
export const foldEmoji = (emoji: string): string => emoji.replace(TONES, "")
