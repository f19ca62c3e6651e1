/** A guess that isn't clearly before the next best is none. */
const AHEAD = 0.06
const LEAST_LETTERS = 12
/** Asked for by their sources' own readers; others are said, too, when they are clear. */
const OURS = ["fr", "en"]
/** How far behind the best one of ours may be and still be taken: two words of French look like Italian. */
const BEHIND = 0.03

/** Detects the language of a text: ISO 639-1, or null where it can't be said. */
export type LanguageDetector = (text: string) => string | null

/**
 * Loads the detector (eld, its smallest build: 0.95 MB of trigrams; the larger ones say the same of posts of three words and more). That
 * takes a third of a second of a core and some 40 MB once: in a thread, and when the first text without a language comes.
 */
export async function openDetector(): Promise<LanguageDetector> {
  const { eld } = await import("eld/extrasmall")
  return (text) => {
    const plain = text.slice(0, 1000).replaceAll(/https?:\/\/\S+|[@#]\S+/g, " ")
    if ((plain.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS) return null
    const found = eld.detect(plain)
    const [best, next] = Object.entries(found.getScores()).toSorted((a, b) => b[1] - a[1])
    if (!best || !found.isReliable()) return null
    if (!next || best[1] - next[1] >= AHEAD) return best[0]
    const ours = [best, next].find(([language, score]) => OURS.includes(language) && best[1] - score <= BEHIND)
    return ours && !(OURS.includes(best[0]) && OURS.includes(next[0])) ? ours[0] : null
  }
}
