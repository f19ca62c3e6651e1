import { dissect, isTest, type Source } from "./source.ts"

export type Sentences = Readonly<Record<string, string | { one: string; other: string }>>

const REFUSAL = /\bnew (Invalid|Unauthenticated|Forbidden|NotFound|Conflict|TooLarge|TooMany|Unavailable)\(\s*$/
const FIELD = /\bkey:\s*$/
const SAID = /\bsay\(\s*[\w.()]+\s*,\s*$/
const KEY = /^[a-z]\w*(\.\w+)+$/

/** The two catalogues against each other and against the keys that the code uses. */
export function wordsAmiss(sources: readonly Source[], en: Sentences, fr: Sentences): string[] {
  return [...new Set([...catalogues(en, fr), ...unknownKeys(sources, en, fr), ...unusedKeys(sources, en), ...french(fr)])]
}

function catalogues(en: Sentences, fr: Sentences): string[] {
  const wrong: string[] = []
  for (const key of new Set([...Object.keys(en), ...Object.keys(fr)])) {
    const [english, french] = [en[key], fr[key]]
    if (english === undefined) wrong.push(`"${key}" is missing in src/words/en`)
    else if (french === undefined) wrong.push(`"${key}" is missing in src/words/fr`)
    else if (gaps(english) !== gaps(french))
      wrong.push(`"${key}" has the gaps ${gaps(english) || "none"} in English and ${gaps(french) || "none"} in French`)
  }
  return wrong
}

function gaps(sentence: string | { one: string; other: string }): string {
  const text = typeof sentence === "string" ? sentence : `${sentence.one}${sentence.other}`
  return [...new Set([...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap))].sort().join(" ")
}

function unknownKeys(sources: readonly Source[], en: Sentences, fr: Sentences): string[] {
  const wrong: string[] = []
  for (const source of sources.filter(({ path }) => !isTest(path) && !path.startsWith("test/"))) {
    for (const { value, before } of dissect(source.text).literals) {
      const mustBeKey = REFUSAL.test(before) || SAID.test(before) || (FIELD.test(before) && KEY.test(value))
      if (mustBeKey && !value.includes("${}") && !(value in en && value in fr))
        wrong.push(`${source.path} uses "${value}", which neither catalogue has whole`)
    }
  }
  return wrong
}

function unusedKeys(sources: readonly Source[], en: Sentences): string[] {
  const outside = sources.filter(({ path }) => !isTest(path) && !/^src\/words\/(en|fr)\//.test(path))
  const used = saidIn(outside, Object.keys(en))
  return Object.keys(en)
    .filter((key) => !used.has(key))
    .map((key) => `"${key}" is said by nobody`)
}

/** The keys that files say: one stands somewhere as a text, or fits a text with gaps (`status.${…}`). */
export function saidIn(sources: readonly Source[], keys: readonly string[]): Set<string> {
  const texts = new Set(sources.flatMap(({ text }) => dissect(text).literals.map(({ value }) => value)))
  const patterns = [...texts]
    .filter((text) => /^[a-z]\w*(\.(\w+|\$\{\}))*\.\$\{\}/.test(text))
    .map((text) => new RegExp(`^${text.split("${}").map(escape).join("[\\w.-]+")}$`))
  return new Set(keys.filter((key) => texts.has(key) || patterns.some((pattern) => pattern.test(key))))
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** French typography: ’ for the apostrophe, a no-break space before : ; ! ? and inside guillemets. */
function french(fr: Sentences): string[] {
  return Object.entries(fr).flatMap(([key, sentence]) => {
    const texts = typeof sentence === "string" ? [sentence] : [sentence.one, sentence.other]
    return texts.flatMap((text) => [
      ...(/\p{L}'\p{L}/u.test(text) ? [`fr "${key}": write ’ in “${text}”`] : []),
      ...(/ [;:!?»]|« /.test(text) ? [`fr "${key}": a no-break space before : ; ! ? » and after « in “${text}”`] : []),
    ])
  })
}
