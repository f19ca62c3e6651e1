/** A sentence, or its forms by number (`count` chooses, by the language's own rule). */
export type Sentence = string | { one: string; other: string }

const PLURALS = { en: new Intl.PluralRules("en"), fr: new Intl.PluralRules("fr") }

/** The sentence with its gaps filled: `{name}`. A gap without a value stays as it is, so that nothing is hidden. */
export function fill(language: "en" | "fr", sentence: Sentence, values: Readonly<Record<string, string | number>>): string {
  const form =
    typeof sentence === "string" ? sentence : sentence[PLURALS[language].select(Number(values["count"] ?? 0)) === "one" ? "one" : "other"]
  return form.replace(/\{(\w+)\}(\.?)/g, (gap, name: string, stop: string) => {
    const value = values[name]
    if (value === undefined) return gap
    const said = typeof value === "number" ? value.toLocaleString(language) : value
    return said.endsWith(".") ? said : said + stop // "19 nov." ends a sentence by itself
  })
}
