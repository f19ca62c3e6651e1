import { type RawBuilder, sql } from "kysely"
import type { Reader } from "#platform"
import type { Language } from "#words"
import { fold, plainWords } from "../../search/plain.ts"
import { stemsOf } from "../../search/stems.ts"
import { quote } from "../../search/text-query.ts"

/** Whose words are looked through: all that is written, or only what is published. */
export type Shelf = "written" | "published"

export interface FoundText {
  articleId: string
  language: Language
  score: number
}

const MOST_WORDS = 16

/**
 * Articles that have these words, in any form, with or without accents; the last word may be unfinished. When none has them all,
 * those that have most; when none has any, those whose title looks alike.
 */
export async function findTexts(
  reader: Reader,
  q: string,
  { shelf, where, limit, language }: { shelf: Shelf; where: RawBuilder<boolean>; limit: number; language?: Language | undefined },
): Promise<FoundText[]> {
  const words = plainWords(q, 300).slice(0, MOST_WORDS)
  if (words.length === 0) return []
  const column = sql.ref(shelf === "published" ? "t.used_words" : "t.words")
  const spoken = language ? sql`t.language = ${language}` : sql`true`
  const ask = async (query: string) =>
    (
      await sql<FoundText>`
        select t.article_id as "articleId", t.language, ts_rank('{0.1, 0.3, 0.6, 1}', ${column}, ${query}::tsquery, 1)::real as score
        from article_texts as t join articles as a on a.id = t.article_id
        where ${column} @@ ${query}::tsquery and ${where} and ${spoken} order by score desc, t.written_at desc limit ${limit}`.execute(
        reader.sql,
      )
    ).rows
  const parts = await partsOf(reader, words)
  if (parts.length) {
    const all = await ask(parts.join(" & "))
    if (all.length) return all
    const some = parts.length > 1 ? await ask(parts.join(" | ")) : []
    if (some.length) return some
  }
  const plain = fold(q).slice(0, 200)
  const alike = await sql<FoundText>`
    select t.article_id as "articleId", t.language, word_similarity(${plain}, t.plain_title)::real as score
    from article_texts as t join articles as a on a.id = t.article_id
    where ${plain} <% t.plain_title and ${column} is not null and ${where} and ${spoken} order by score desc limit ${limit}`.execute(
    reader.sql,
  )
  return alike.rows
}

/** A word in either language's form, or as it stands; the last as a beginning too. Words that say nothing are left out. */
async function partsOf(reader: Reader, words: readonly string[]): Promise<string[]> {
  const stems = await stemsOf(reader, words)
  const telling = words.filter((word) => stems.get(word)?.silent === false)
  return (telling.length ? telling : words).map((word) => {
    const known = stems.get(word)
    const forms = [word, known?.fr, known?.en].filter((form) => typeof form === "string")
    const beginning = word === words.at(-1) && word.length >= 2 ? [`${quote(word)}:*`] : []
    return `(${[...new Set(forms.map(quote)), ...beginning].join(" | ")})`
  })
}
