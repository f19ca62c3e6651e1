const LONGEST = 200
/** Control characters, and those that turn or hide text: names come from strangers. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu

/** A name as a mail gives it, fit to be shown: one line, nothing invisible. Empty when it is an address rather than a name. */
export function cleanName(name: string | null): string {
  const line = (name ?? "")
    .normalize("NFC")
    .replace(UNSEEN, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .trim()
  return line.includes("@") ? "" : [...line].slice(0, LONGEST).join("")
}

const TITLES = new Set(["m", "mr", "mrs", "ms", "mme", "mlle", "dr", "pr", "prof", "monsieur", "madame", "mademoiselle"])

/**
 * A name as two are compared: without accents, titles, initials and what stands in brackets, its words in order of the alphabet.
 * Null when fewer than two words are left, for such a name tells nobody apart.
 */
export function nameKey(name: string): string | null {
  const words = name
    .replace(/\([^()]*\)/g, " ")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !TITLES.has(word))
  return words.length >= 2 ? words.sort().join(" ") : null
}
