import { sql } from "kysely"
import type { Tx } from "#platform"
import type { Language } from "#words"
import { plainWords } from "../../search/plain.ts"
import { stemsOf } from "../../search/stems.ts"
import { markupWords } from "../markup/to-text.ts"
import type { Words } from "./text-vector.ts"

/** The article is like nothing any more in this language. */
export async function forgetTerms(tx: Tx, articleId: string, language: Language): Promise<void> {
  await sql`delete from article_terms where article_id = ${articleId} and language = ${language}`.execute(tx.sql)
}

/** Okapi BM25's weight of a term in a document (Robertson & Zaragoza 2009), a title counting three times, against an article of usual length. */
const K1 = 1.2
const B = 0.6
const USUAL = 120
const TITLE = 3

/** How much each of an article's words says of it, by stem. */
export async function weighTerms(tx: Tx, language: Language, { title, body }: Words): Promise<Map<string, number>> {
  const [head, text] = [plainWords(title, 2000), plainWords(markupWords(body))]
  const stems = await stemsOf(tx, [...head, ...text])
  const often = new Map<string, number>()
  const count = (words: readonly string[], times: number): void => {
    for (const word of words) {
      const stem = stems.get(word)
      const term = stem?.silent ? null : stem?.[language]
      if (term && term.length > 1) often.set(term, (often.get(term) ?? 0) + times)
    }
  }
  count(head, TITLE)
  count(text, 1)
  const length = TITLE * head.length + text.length
  return new Map([...often].map(([term, n]) => [term, (n * (K1 + 1)) / (n + K1 * (1 - B + (B * length) / USUAL))]))
}
