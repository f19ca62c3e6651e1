import { sql } from "kysely"
import type { Tx } from "#platform"
import type { Language } from "#words"
import { fold, plainWords } from "../../search/plain.ts"
import { stemsOf } from "../../search/stems.ts"
import { markupWords } from "../markup/to-text.ts"

interface Words {
  title: string
  body: string
}

/** Makes what is being written findable at the desk. */
export async function indexDraft(tx: Tx, articleId: string, language: Language, text: Words): Promise<void> {
  await sql`
    update article_texts set words = ${vector(language, text)}, plain_title = ${fold(text.title)}
    where article_id = ${articleId} and language = ${language}`.execute(tx.sql)
}

/** Makes what is published findable by everybody who may read it, and like or unlike a case. */
export async function indexPublished(tx: Tx, articleId: string, language: Language, text: Words): Promise<void> {
  await sql`
    update article_texts set used_words = ${vector(language, text)} where article_id = ${articleId} and language = ${language}`.execute(
    tx.sql,
  )
  const weights = await weighTerms(tx, language, text)
  await forgetTerms(tx, articleId, language)
  await sql`
    insert into article_terms (language, term, article_id, weight)
    select ${language}, term, ${articleId}, weight
    from unnest(${[...weights.keys()]}::text[], ${[...weights.values()]}::real[]) as t (term, weight)`.execute(tx.sql)
}

/** What isn't published any more is found by nobody who doesn't write it. */
export async function forgetPublished(tx: Tx, articleId: string, language: Language): Promise<void> {
  await sql`update article_texts set used_words = null where article_id = ${articleId} and language = ${language}`.execute(tx.sql)
  await forgetTerms(tx, articleId, language)
}

async function forgetTerms(tx: Tx, articleId: string, language: Language): Promise<void> {
  await sql`delete from article_terms where article_id = ${articleId} and language = ${language}`.execute(tx.sql)
}

/** Stems, and the words as they stand, so that a beginning finds what its stem would hide ("remboursem" in "remboursement"). */
function vector(language: Language, { title, body }: Words) {
  const stemmer = sql.lit(language === "fr" ? "vigie_fr" : "vigie_en")
  const [head, text] = [plainWords(title, 2000).join(" "), plainWords(markupWords(body)).join(" ")]
  return sql`setweight(to_tsvector(${stemmer}, ${head}), 'A') || setweight(to_tsvector(${stemmer}, ${text}), 'B')
    || setweight(to_tsvector('simple', ${`${head} ${text}`}), 'D')`
}

/** Okapi BM25's weight of a term in a document (Robertson & Zaragoza 2009), a title counting three times, against an article of usual length. */
const K1 = 1.2
const B = 0.6
const USUAL = 120
const TITLE = 3

async function weighTerms(tx: Tx, language: Language, { title, body }: Words): Promise<Map<string, number>> {
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
