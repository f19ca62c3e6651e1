import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Language } from "#words"
import { fold, plainWords } from "../../search/plain.ts"
import { stemsOf } from "../../search/stems.ts"
import { type SnippetPart, snippets } from "../../search/snippet.ts"
import { findTexts } from "../finding/find-articles.ts"
import { markupWords } from "../markup/to-text.ts"

/** An article as the public may know it: nothing of who wrote it, of the case it came from, or of its drafts. */
export interface PublicArticle {
  id: string
  language: Language
  slug: string
  title: string
  body: string
  tags: string[]
  at: Date
  reviewedAt: Date | null
}

/** The one condition that makes an article public, on `articles as a`; its text must be in use as well. */
const IS_PUBLIC = sql<boolean>`(a.audience = 'public' and a.archived_at is null)`
const FROM = sql`
  articles as a join article_texts as t on t.article_id = a.id
  join article_versions as v on v.article_id = t.article_id and v.language = t.language and v.number = t.published`
const COLUMNS = sql`a.id, t.language, t.slug, v.title, v.body, a.tags, v.at, a.reviewed_at as "reviewedAt"`

export async function publicArticle(reader: Reader, language: Language, slug: string): Promise<PublicArticle | null> {
  const found = await sql<PublicArticle>`
    select ${COLUMNS} from ${FROM} where ${IS_PUBLIC} and t.language = ${language} and t.slug = ${slug}`.execute(reader.sql)
  return found.rows[0] ?? null
}

/** The same article's addresses in each language that it is published in. */
export async function addressesOf(reader: Reader, articleId: string): Promise<{ language: Language; slug: string; at: Date }[]> {
  const found = await sql<{ language: Language; slug: string; at: Date }>`
    select t.language, t.slug, v.at from ${FROM} where ${IS_PUBLIC} and a.id = ${articleId} order by t.language`.execute(reader.sql)
  return found.rows
}

/** Where the article in another language stands, whatever language its address was asked in. */
export async function languageOfSlug(reader: Reader, slug: string): Promise<Language | null> {
  const found = await sql<{ language: Language }>`select t.language from ${FROM} where ${IS_PUBLIC} and t.slug = ${slug}`.execute(
    reader.sql,
  )
  return found.rows[0]?.language ?? null
}

/** A page of a language's articles: those that readers found useful first. */
export async function publicArticles(
  reader: Reader,
  language: Language,
  { limit, offset, order }: { limit: number; offset: number; order: "useful" | "newest" },
): Promise<{ items: PublicArticle[]; total: number }> {
  const by =
    order === "newest"
      ? sql`v.at desc, a.id`
      : sql`(select count(*) filter (where useful) from article_votes as w where w.article_id = a.id)
          + (select count(sent_at) from article_uses as u where u.article_id = a.id) desc, v.title, a.id`
  const found = await sql<PublicArticle & { total: number }>`
    select ${COLUMNS}, count(*) over ()::int as total from ${FROM} where ${IS_PUBLIC} and t.language = ${language}
    order by ${by} limit ${limit} offset ${offset}`.execute(reader.sql)
  return { items: found.rows, total: found.rows[0]?.total ?? 0 }
}

export interface PublicHit {
  slug: string
  title: string
  snippet: SnippetPart[]
}

const MOST_HITS = 20

export async function findPublic(reader: Reader, language: Language, q: string): Promise<PublicHit[]> {
  const texts = await findTexts(reader, q, { shelf: "published", where: IS_PUBLIC, limit: MOST_HITS, language })
  const ids = texts.map(({ articleId }) => articleId)
  if (ids.length === 0) return []
  const found = await sql<PublicArticle>`
    select ${COLUMNS} from ${FROM} where ${IS_PUBLIC} and t.language = ${language} and a.id = any(${ids}::uuid[])`.execute(reader.sql)
  const rows = found.rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  const cut = await snippets(
    reader,
    rows.map(({ body }) => markupWords(body)),
    await hitsOf(reader, q),
  )
  return rows.map(({ slug, title }, i) => ({ slug, title, snippet: cut[i]! }))
}

async function hitsOf(reader: Reader, q: string) {
  const words = plainWords(q, 300)
  const stems = await stemsOf(reader, words)
  const last = fold(q).trim().split(/\s+/).at(-1) ?? ""
  return {
    stems: new Set([...stems.values()].flatMap(({ fr, en, silent }) => (silent ? [] : [fr, en].filter((stem) => stem !== null)))),
    beginnings: last.length >= 3 ? [last] : [],
  }
}

/** Everything public, for the sitemap. */
export async function everyAddress(reader: Reader): Promise<{ id: string; language: Language; slug: string; at: Date }[]> {
  const found = await sql<{ id: string; language: Language; slug: string; at: Date }>`
    select a.id, t.language, t.slug, v.at from ${FROM} where ${IS_PUBLIC} order by a.id, t.language limit 50000`.execute(reader.sql)
  return found.rows
}
