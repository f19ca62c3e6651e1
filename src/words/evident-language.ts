import type { Language } from "./index.ts"

/** Small words that neither the other language nor a neighbour has: no "la", "le", "des", "du" or "will", nor "sera", "que", "we" or "of". */
const TELLING: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    "les et est suis sont était nous vous votre je elle mon notre pour dans avant avec une cette pas au aux où quand être avez avons j c n qu bonjour bonsoir merci cordialement".split(
      " ",
    ),
  ),
  en: new Set(
    "the and is are was you your i my our have has been not can could would this that with from for by before it to where when what please thank thanks hello dear regards".split(
      " ",
    ),
  ),
}
const LEAST = 3
const LEAST_SHARE = 0.08

/**
 * French or English where the words leave no doubt, however short: several small words, a fair share of all, at least twice the other's.
 * Otherwise, and for any third language, the given one.
 */
export function evidentLanguage(text: string, otherwise: Language): Language {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const hits = { fr: words.filter((word) => TELLING.fr.has(word)), en: words.filter((word) => TELLING.en.has(word)) }
  const [most, other] = hits.fr.length >= hits.en.length ? (["fr", "en"] as const) : (["en", "fr"] as const)
  const found = hits[most].length
  const isEvident = found >= LEAST && new Set(hits[most]).size > 1 && found >= 2 * hits[other].length && found >= LEAST_SHARE * words.length
  return isEvident ? most : otherwise
}
