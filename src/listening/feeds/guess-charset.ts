/** Charsets by what texts in them are full of, in the order in which one tells most. */
const LETTERS: readonly (readonly [string, RegExp, number])[] = [
  ["shift_jis", /[\u3040-\u30ff]/g, 0.3],
  ["euc-jp", /[\u3040-\u30ff]/g, 0.3],
  ["euc-kr", /[\uac00-\ud7a3]/g, 0.8],
  ["windows-1255", /[\u05d0-\u05ea]/g, 0.9],
  ["windows-1251", /[а-яё]/g, 0.7],
  ["koi8-r", /[а-яё]/g, 0.7],
  ["windows-1253", /[α-ώ]/g, 0.7],
  ["windows-1256", /[\u0621-\u064a]/g, 0.8],
  ["gb18030", /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g, 0.95],
  ["big5", /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g, 0.95],
]
/** An alphabet of its own is most of the letters of a text; accents are few of them. */
const ALPHABET = 0.5

/** The charset whose letters these are, of a text that doesn't say; null where they are those of the West. */
export function guessCharset(bytes: Uint8Array): string | null {
  // Markup and notes before the first words are ASCII and tell nothing.
  const words = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200_000))
  for (const [charset, letters, share] of LETTERS) {
    const text = new TextDecoder(charset).decode(words)
    // Some may be wrong, as where a text was cut.
    const wrong = text.match(/\ufffd/g)?.length ?? 0
    const foreign = text.match(/[^\u0000-\u00a0\ufffd]/g)?.length ?? 0
    const own = text.match(letters)?.length ?? 0
    const runs = text.match(/[^\u0000-\u00a0\ufffd]{2,}/g)?.join("").length ?? 0
    if (wrong * 50 <= foreign && foreign > 0 && own / foreign >= share && runs / foreign >= ALPHABET) return charset
  }
  return null
}
