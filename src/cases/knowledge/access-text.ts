import type { Actor } from "#people"
import { NotFound, type Reader } from "#platform"
import type { Language } from "#words"
import { accessArticle } from "./access-article.ts"
import { shelf, TEXT_COLUMNS, type TextRow } from "./tables.ts"

/** One language of an article, if it has that. */
export async function textOf(reader: Reader, articleId: string, language: Language): Promise<TextRow | null> {
  const found = await shelf(reader)
    .selectFrom("article_texts")
    .select(TEXT_COLUMNS)
    .where("article_id", "=", articleId)
    .where("language", "=", language)
    .executeTakeFirst()
  return found ?? null
}

/** The same where it must be there. @throws NotFound */
export async function accessText(actor: Actor, reader: Reader, articleId: string, language: Language): Promise<TextRow> {
  const article = await accessArticle(actor, reader, articleId)
  const text = await textOf(reader, article.id, language)
  if (!text) throw new NotFound("knowledge.noSuchLanguage")
  return text
}
