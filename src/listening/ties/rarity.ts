import { howOften } from "#cases"
import type { Reader } from "#platform"
import type { Rarity } from "../evidence/sides.ts"
import { rootOf, wordsIn } from "../evidence/words-in.ts"
import { EVERYDAY, LITTLE } from "../text/common-words.ts"
import { room } from "../tables.ts"

/** As if so many texts had been read before the first: what is known of a language outweighs what a young desk has seen. */
const BEFORE = 1000
const little = new Set(LITTLE)
const everyday = new Set(EVERYDAY)
const expected = (word: string): number => (little.has(word) ? 0.25 : everyday.has(word) ? 0.05 : 0.002)

/**
 * How rare these words are in what is written to this company, learned from how many texts have them. Words by which a watch found the
 * mention say nothing: whatever it hears has them.
 */
export async function rarityOf(reader: Reader, words: readonly string[], asked: ReadonlySet<string> = NONE): Promise<Rarity> {
  const { texts, of } = await howOften(reader, words)
  return (word) =>
    asked.has(rootOf(word))
      ? 1
      : Math.min(1, ((of.get(word) ?? 0) + BEFORE * expected(word)) / (Math.max(texts, of.get(word) ?? 0) + BEFORE))
}

const NONE: ReadonlySet<string> = new Set()

/** The words for which watches listen that heard a mention, by their roots. */
export async function askedFor(reader: Reader, mentionId: string): Promise<Set<string>> {
  const watches = await room(reader)
    .selectFrom("watch_mentions as m")
    .innerJoin("watches as w", "w.id", "m.watch_id")
    .select("w.query")
    .where("m.mention_id", "=", mentionId)
    .limit(50)
    .execute()
  // A beginning (`goeland*`) is cut before its end is: both have one root.
  return new Set(watches.flatMap(({ query }) => wordsIn(query).map(({ word }) => rootOf(word))))
}
