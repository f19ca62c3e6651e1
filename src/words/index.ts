import type { Values } from "#platform"
import { en } from "./en/index.ts"
import { fill, type Sentence } from "./fill.ts"
import { fr } from "./fr/index.ts"

export type { Sentence } from "./fill.ts"
export { evidentLanguage } from "./evident-language.ts"
export { languageOfText } from "./language-of-text.ts"

export type Language = "en" | "fr"
export const LANGUAGES: readonly Language[] = ["en", "fr"]

export type WordKey = keyof typeof en

const CATALOGUE: Record<Language, Readonly<Record<string, Sentence>>> = { en, fr }

/** The sentence behind a key, with its gaps filled: `{name}`. An unknown key shows itself, so that nothing is hidden. */
export function say(language: Language, key: WordKey | (string & {}), values: Values = {}): string {
  const sentence = CATALOGUE[language][key]
  return sentence === undefined ? key : fill(language, sentence, values)
}

/** The reader's language from `Accept-Language` (RFC 9110 §12.5.4); English when neither is asked for. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";")
      const q = rest.find((p) => p.trim().startsWith("q="))
      return { tag, q: q ? Number(q.trim().slice(2)) || 0 : 1 }
    })
    .sort((a, b) => b.q - a.q)
  for (const { tag, q } of wanted) {
    const known = LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`))
    if (known && q > 0) return known
  }
  return "en"
}
