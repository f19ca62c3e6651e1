import { type Found, findEntries } from "./find-entries.ts"
import { SIGNS, type SignKind, type Tongue } from "./lexicon.ts"

export const TONES = ["positive", "negative", "neutral", "mixed"] as const
export type Tone = (typeof TONES)[number]

/** Why a reading may be wrong, as it can be said to a person. */
export const DOUBTS = ["irony", "hearsay", "short", "both", "question", "language"] as const
export type Doubt = (typeof DOUBTS)[number]

/** A word or expression, as it stands in the text, and what it was taken for. */
export interface Sign {
  kind: SignKind | "positive" | "negative"
  words: string
}

export interface ToneRead {
  /** Null where the language isn't one that can be read. */
  tone: Tone | null
  /** Of 1: how far the words agree; never more than 0.9, for words don't know what is meant. */
  sureness: number
  doubts: Doubt[]
  /** What made the tone, and signs of gravity, each once. */
  signs: Sign[]
}

/** How many words a negation reaches. */
const REACH = 3
const SHORT = 5
const SUREST = 0.9

const MOCKING = /[🙄🤡🙃]|\/s\b/u
const ANGRY = /[😡🤬😠👎💩😤🤮]/gu
const HAPPY = /[❤😍🥰😊👍🤩💐🎉]/gu

/**
 * The tone of a text and the signs that it is grave, by the words of a lexicon: what is shown is which words, so that whoever reads sees at
 * once whether it is right. Negation turns what follows; praise beside complaint is taken for irony.
 */
export function readTone(text: string, language: string | null): ToneRead {
  const tongue = tongueOf(language)
  if (!tongue) return { tone: null, sureness: 0, doubts: ["language"], signs: [] }
  const { found, words } = findEntries(text, tongue)
  const of = (kind: Found["kind"]) => found.filter((one) => one.kind === kind)
  const negators = of("negator")
  const isTurned = (one: Found) =>
    negators.some(({ at, end }) => end <= one.at && one.at - end < REACH && !(at >= one.at && end <= one.end))
  const isStrong = (one: Found) => of("strong").some(({ end }) => end === one.at)
  const weight = (one: Found) => (isStrong(one) ? 1.5 : 1)

  const complaints = [...of("negative").filter((one) => !isTurned(one)), ...of("positive").filter((one) => isTurned(one))]
  const ironic = new Set(of("ironic").map(({ at }) => at))
  const praises = of("positive").filter((one) => !isTurned(one))
  const graves = gravesOf(found, isTurned)
  const against =
    complaints.reduce((sum, one) => sum + weight(one), 0) +
    count(text, ANGRY) +
    count(text, MOCKING) +
    (graves.length > 0 && complaints.length === 0 ? 1 : 0)
  const isIrony = MOCKING.test(text) || (against > 0 && praises.some(({ at }) => ironic.has(at)))
  const meant = isIrony ? praises.filter(({ at }) => !MOCKING.test(text) && !ironic.has(at)) : praises
  // What is no longer bad (`pas de retard`) is good, though less than praise.
  const relieved = of("negative").filter((one) => isTurned(one)).length / 2
  const pro = meant.reduce((sum, one) => sum + weight(one), 0) + count(text, HAPPY) + relieved

  const tone = toneOf(pro, against)
  const doubts: Doubt[] = []
  if (isIrony) doubts.push("irony")
  if (of("hearsay").length > 0) doubts.push("hearsay")
  if (words < SHORT) doubts.push("short")
  if (pro > 0 && against > 0) doubts.push("both")
  if (/\?\s*$/.test(text)) doubts.push("question")
  const shown: Sign[] = [
    ...graves,
    ...complaints.map((one) => ({ kind: "negative" as const, words: one.words })),
    ...meant.map((one) => ({ kind: "positive" as const, words: one.words })),
  ]
  return { tone, sureness: surenessOf(tone, pro, against, doubts.length), doubts, signs: once(shown) }
}

/** The languages that can be read, by the beginning of a BCP 47 tag. */
export function tongueOf(language: string | null): Tongue | null {
  const begins = language?.slice(0, 2).toLowerCase()
  return begins === "fr" || begins === "en" ? begins : null
}

/** `aucun blessé` is no danger: what is negated is no sign. */
function gravesOf(found: readonly Found[], isTurned: (one: Found) => boolean): Sign[] {
  return SIGNS.flatMap((kind) => found.filter((one) => one.kind === kind && !isTurned(one)).map(({ words }) => ({ kind, words })))
}

function toneOf(pro: number, against: number): Tone {
  if (pro + against < 1) return "neutral"
  if (against >= 2 * pro) return "negative"
  if (pro >= 2 * against) return "positive"
  return "mixed"
}

/** One word is little, five that agree are much; each doubt takes a fifth. */
function surenessOf(tone: Tone, pro: number, against: number, doubts: number): number {
  const all = pro + against
  const agreed = tone === "neutral" ? 0.6 : tone === "mixed" ? 0.5 : (0.55 + 0.4 * (1 - 1 / (all + 0.5))) * (Math.max(pro, against) / all)
  return Math.min(SUREST, Math.round(agreed * 0.8 ** doubts * 100) / 100)
}

const count = (text: string, what: RegExp): number => Math.min(2, text.match(new RegExp(what, "gu"))?.length ?? 0)

function once(signs: readonly Sign[]): Sign[] {
  const seen = new Set<string>()
  return signs.filter(({ kind, words }) => {
    const name = `${kind} ${words.toLowerCase()}`
    return !seen.has(name) && seen.add(name)
  })
}
