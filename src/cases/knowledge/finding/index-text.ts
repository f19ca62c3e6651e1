import { sql } from "kysely"
import type { Tx } from "#platform"
import type { Language } from "#words"
import { fold } from "../../search/plain.ts"
import { textVector, type Words } from "./text-vector.ts"
import { forgetTerms, weighTerms } from "./weigh-terms.ts"

/** Makes what is being written findable at the desk. */
export async function indexDraft(tx: Tx, articleId: string, language: Language, text: Words): Promise<void> {
  await sql`
    update article_texts set words = ${textVector(language, text)}, plain_title = ${fold(text.title)}
    where article_id = ${articleId} and language = ${language}`.execute(tx.sql)
}

/** Makes what is published findable by everybody who may read it, and like or unlike a case. */
export async function indexPublished(tx: Tx, articleId: string, language: Language, text: Words): Promise<void> {
  await sql`
    update article_texts set used_words = ${textVector(language, text)} where article_id = ${articleId} and language = ${language}`.execute(
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
