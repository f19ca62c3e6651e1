import type { Tx } from "#platform"
import type { Language } from "#words"
import { textOf } from "../access-text.ts"
import { shelf } from "../tables.ts"

/** An article's published words in a language, or null. */
export async function published(tx: Tx, articleId: string, language: Language) {
  const text = await textOf(tx, articleId, language)
  if (!text || text.published === null) return null
  const version = await shelf(tx)
    .selectFrom("article_versions")
    .select(["language", "number", "title", "body"])
    .where("article_id", "=", articleId)
    .where("language", "=", language)
    .where("number", "=", text.published)
    .executeTakeFirst()
  return version ?? null
}
