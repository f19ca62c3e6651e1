import type { Reader } from "#platform"
import type { Language } from "#words"
import type { Block } from "./markup/blocks.ts"
import { parseMarkup } from "./markup/parse.ts"
import { shelf } from "./tables.ts"

export interface PublishedText {
  articleId: string
  language: Language
  number: number
  title: string
  body: string
  blocks: Block[]
  at: Date
}

/** The versions in use of these articles, in each language. */
export async function publishedTexts(reader: Reader, articleIds: readonly string[]): Promise<PublishedText[]> {
  if (articleIds.length === 0) return []
  const rows = await shelf(reader)
    .selectFrom("article_texts as t")
    .innerJoin("article_versions as v", (join) =>
      join.onRef("v.article_id", "=", "t.article_id").onRef("v.language", "=", "t.language").onRef("v.number", "=", "t.published"),
    )
    .select(["v.article_id as articleId", "v.language", "v.number", "v.title", "v.body", "v.at"])
    .where("t.article_id", "in", [...articleIds])
    .execute()
  return rows.map((row) => ({ ...row, blocks: parseMarkup(row.body) }))
}
