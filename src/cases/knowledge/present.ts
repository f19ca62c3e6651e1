import { type Actor, agentNames } from "#people"
import type { Reader } from "#platform"
import { accessCase } from "../access-case.ts"
import { doers } from "../names.ts"
import { identifyingIn } from "./identifying/of-article.ts"
import { parseMarkup } from "./markup/parse.ts"
import { type ArticleRow, shelf, TEXT_COLUMNS, type TextRow } from "./tables.ts"
import { countsOf, NO_COUNTS } from "./uses/counts.ts"
import type { ArticleDetail, ArticleTextView, ArticleVersionView, ArticleView } from "./views.ts"

/** Articles as lists show them, in the order given. */
export async function presentArticles(reader: Reader, rows: readonly ArticleRow[]): Promise<ArticleView[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [texts, counts, owners, named] = await Promise.all([
    textsOf(reader, ids),
    countsOf(reader, ids),
    agentNames(reader, [...new Set(rows.flatMap(({ owner_id }) => owner_id ?? []))]),
    doers(
      reader,
      rows.flatMap(({ reviewed_by }) => reviewed_by ?? []),
    ),
  ])
  return rows.map((row) => ({
    id: row.id,
    audience: row.audience,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: owners.get(row.owner_id) ?? "" },
    tags: row.tags,
    texts: texts.filter(({ article_id }) => article_id === row.id).map((text) => presentText(row, text)),
    reviewAt: iso(row.review_at),
    reviewedAt: iso(row.reviewed_at),
    reviewedBy: row.reviewed_by === null ? null : named(row.reviewed_by),
    archivedAt: iso(row.archived_at),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    counts: counts.get(row.id) ?? NO_COUNTS,
  }))
}

/** One article with its words. The case that it was made of is named to those who may see it. */
export async function presentArticle(actor: Actor, reader: Reader, row: ArticleRow): Promise<ArticleDetail> {
  const [[view], texts, origin] = await Promise.all([
    presentArticles(reader, [row]),
    textsOf(reader, [row.id]),
    originOf(actor, reader, row),
  ])
  return { ...view!, texts: await Promise.all(texts.map((text) => presentWhole(reader, row, text))), origin }
}

export async function presentWhole(reader: Reader, row: ArticleRow, text: TextRow): Promise<ArticleTextView> {
  const [named, identifying] = await Promise.all([
    doers(
      reader,
      [text.written_by, text.published_by].filter((ref) => ref !== null),
    ),
    identifyingIn(reader, row, text),
  ])
  return {
    ...presentText(row, text),
    body: text.body,
    blocks: parseMarkup(text.body),
    revision: text.revision,
    writtenBy: named(text.written_by),
    writtenAt: text.written_at.toISOString(),
    publishedBy: text.published_by === null ? null : named(text.published_by),
    version: text.published,
    identifying,
  }
}

function presentText(row: ArticleRow, text: TextRow): ArticleView["texts"][number] {
  const changed = text.published_revision !== text.revision
  return {
    language: text.language,
    title: text.title,
    state: text.published === null ? "draft" : changed ? "changed" : "published",
    publishedAt: iso(text.published_at),
    url: publicPath(row, text),
  }
}

/** The address of the public page, when there is one. */
export function publicPath(
  row: Pick<ArticleRow, "audience" | "archived_at">,
  text: Pick<TextRow, "language" | "slug" | "published">,
): string | null {
  const shown = row.audience === "public" && row.archived_at === null && text.published !== null && text.slug !== null
  return shown ? `${text.language === "fr" ? "/aide" : "/help"}/${text.slug}` : null
}

/** Every version of a language that was published, the latest first. */
export async function versionsOf(
  reader: Reader,
  text: TextRow,
  page: { limit: number; before: number | null },
): Promise<ArticleVersionView[]> {
  const all = shelf(reader)
    .selectFrom("article_versions")
    .selectAll()
    .where("article_id", "=", text.article_id)
    .where("language", "=", text.language)
    .orderBy("number", "desc")
    .limit(page.limit)
  const rows = await (page.before === null ? all : all.where("number", "<", page.before)).execute()
  const named = await doers(
    reader,
    rows.map(({ by_actor }) => by_actor),
  )
  return rows.map(({ number, title, body, by_actor, at }) => ({
    number,
    title,
    body,
    blocks: parseMarkup(body),
    by: named(by_actor),
    at: at.toISOString(),
    inUse: number === text.published,
  }))
}

async function textsOf(reader: Reader, articleIds: readonly string[]): Promise<TextRow[]> {
  return shelf(reader)
    .selectFrom("article_texts")
    .select(TEXT_COLUMNS)
    .where("article_id", "in", [...articleIds])
    .orderBy("language")
    .execute()
}

async function originOf(actor: Actor, reader: Reader, row: ArticleRow): Promise<ArticleDetail["origin"]> {
  if (row.origin_case_id === null) return null
  const found = await accessCase(actor, reader, row.origin_case_id).catch(() => null) // not for this actor to know of
  return found && { caseId: found.id, number: found.number, messageId: row.origin_message_id }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
