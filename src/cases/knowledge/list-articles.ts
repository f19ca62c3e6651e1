import { type RawBuilder, sql } from "kysely"
import type { PersonActor } from "#people"
import { readCursor, type Reader, writeCursor } from "#platform"
import { findTexts } from "./finding/find-articles.ts"
import { seesArticle } from "./access-article.ts"
import { type ArticleRow, shelf } from "./tables.ts"
import type { listFilters } from "./views.ts"

export interface ArticlesAsked {
  filter: (typeof listFilters)[number]
  q: string
  tag?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** A page of articles: by likeness to a question when there is one, else those that were touched last first. */
export async function listArticles(
  actor: PersonActor,
  reader: Reader,
  asked: ArticlesAsked,
): Promise<{ rows: ArticleRow[]; next: string | null }> {
  const place = readCursor(asked.cursor, ["moment", "id"])
  const where = conditions(actor, reader.now, asked)
  if (asked.q.trim()) return { rows: await found(reader, asked, where), next: null }
  const after = place ? sql<boolean>`(a.updated_at, a.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql<boolean>`true`
  const rows = await shelf(reader)
    .selectFrom("articles as a")
    .selectAll("a")
    .where(where)
    .where(after)
    .orderBy("a.updated_at", "desc")
    .orderBy("a.id", "desc")
    .limit(asked.limit + 1)
    .execute()
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined
  return { rows: rows.slice(0, asked.limit), next: last ? writeCursor([last.updated_at.toISOString(), last.id]) : null }
}

async function found(reader: Reader, { q, limit }: ArticlesAsked, where: RawBuilder<boolean>): Promise<ArticleRow[]> {
  const texts = await findTexts(reader, q, { shelf: "written", where, limit: 2 * limit })
  const ids = [...new Set(texts.map(({ articleId }) => articleId))].slice(0, limit)
  if (ids.length === 0) return []
  const rows = await shelf(reader).selectFrom("articles").selectAll().where("id", "in", ids).execute()
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

function conditions(actor: PersonActor, now: Date, { filter, tag }: ArticlesAsked): RawBuilder<boolean> {
  const all = [seesArticle(actor), filter === "archived" ? sql<boolean>`a.archived_at is not null` : sql<boolean>`a.archived_at is null`]
  const published = sql`exists (select from article_texts as p where p.article_id = a.id and p.published is not null)`
  if (filter === "mine") all.push(sql`a.owner_id = ${actor.kind === "agent" ? actor.id : null}`)
  if (filter === "review") all.push(sql`a.review_at <= ${now} and ${published}`)
  if (filter === "public" || filter === "internal") all.push(sql`a.audience = ${filter} and ${published}`)
  if (filter === "drafts")
    all.push(
      sql`exists (select from article_texts as d where d.article_id = a.id and (d.published is null or d.revision <> d.published_revision))`,
    )
  if (tag) all.push(sql`${tag} = any(a.tags)`)
  return sql<boolean>`${sql.join(all, sql` and `)}`
}
