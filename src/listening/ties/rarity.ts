import { howOften } from "#cases"
import type { Reader } from "#platform"
import type { Rarity } from "../evidence/sides.ts"
import { EVERYDAY, LITTLE } from "../stories/common-words.ts"

/** As if so many texts had been read before the first: what is known of a language outweighs what a young desk has seen. */
const BEFORE = 1000
const little = new Set(LITTLE)
const everyday = new Set(EVERYDAY)
const expected = (word: string): number => (little.has(word) ? 0.25 : everyday.has(word) ? 0.05 : 0.002)

/** How rare these words are in what is written to this company, learned from how many texts have them. */
export async function rarityOf(reader: Reader, words: readonly string[]): Promise<Rarity> {
  const { texts, of } = await howOften(reader, words)
  return (word) => Math.min(1, ((of.get(word) ?? 0) + BEFORE * expected(word)) / (Math.max(texts, of.get(word) ?? 0) + BEFORE))
}
