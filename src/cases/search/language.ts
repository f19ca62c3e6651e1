import type { Language } from "#words"

/** Words that nearly every sentence has, and the other language hasn't. */
const TELLING: Record<Language, ReadonlySet<string>> = {
  fr: new Set(
    "le la les des une du et je vous nous est pas que qui dans pour avec sur mon ma mes votre bonjour merci au aux ce cette".split(" "),
  ),
  en: new Set("the and of to is you that it for was are with my have this not your hello thanks thank please we be i".split(" ")),
}

/**
 * By which language's rules a text is stemmed: one, or both where it is short or mixed. A wrong guess costs little, for a question is
 * asked in both.
 */
export function stemmersOf(words: readonly string[]): readonly Language[] {
  let [fr, en] = [0, 0]
  for (const word of words.slice(0, 400)) {
    if (TELLING.fr.has(word)) fr++
    if (TELLING.en.has(word)) en++
  }
  if (fr >= 4 && fr > 5 * en) return ["fr"]
  if (en >= 4 && en > 5 * fr) return ["en"]
  return ["fr", "en"]
}
