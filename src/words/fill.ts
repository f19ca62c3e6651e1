/** A sentence, or its forms by number (`count` chooses, by the language's own rule). */
export type Sentence = string | { one: string; other: string }

const PLURALS = { en: new Intl.PluralRules("en"), fr: new Intl.PluralRules("fr") }

const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * The sentence with its gaps filled: `{name}`. A gap without a value stays as it is, so that nothing is hidden. Shown on a screen, a value in a
 * script from the right is set apart (FSI, PDI: Unicode UAX 9): it turns nothing around that stands beside it.
 */
export function fill(
  language: "en" | "fr",
  sentence: Sentence,
  values: Readonly<Record<string, string | number>>,
  isShown = false,
): string {
  const form =
    typeof sentence === "string" ? sentence : sentence[PLURALS[language].select(Number(values["count"] ?? 0)) === "one" ? "one" : "other"]
  return form.replace(/\{(\w+)\}(\.?)/g, (gap, name: string, stop: string) => {
    const value = values[name]
    if (value === undefined) return gap
    const said = typeof value === "number" ? value.toLocaleString(language) : value
    if (isShown && FROM_THE_RIGHT.test(said)) return `\u2068${said}\u2069${stop}`
    return said.endsWith(".") ? said : said + stop // "19 nov." ends a sentence by itself
  })
}
