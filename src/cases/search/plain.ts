/** Letters that have no accent to take off, and how people write them without. */
const SPELT: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" }
const SPELT_LETTERS = new RegExp(`[${Object.keys(SPELT).join("")}]`, "g")
const NOT_WORD = /[^\p{L}\p{N}]+/gu

/** Small letters without accents: "Œuvre déçue" is "oeuvre decue". */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(SPELT_LETTERS, (letter) => SPELT[letter] ?? letter)
}

/**
 * The words of a text as they are indexed and looked for. Whatever isn't a letter or a digit parts them, so that an address, an order
 * number or a file name can be found by any of its pieces. What lies beyond `longest` characters isn't read.
 */
export function plainWords(text: string, longest = 40_000): string[] {
  return fold(text.slice(0, longest))
    .split(NOT_WORD)
    .filter((word) => word !== "" && word.length <= 60)
}
