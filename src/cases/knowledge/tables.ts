import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"
import type { Language } from "#words"

/** A text search vector is written by SQL alone, and never read whole. */
type Vector = ColumnType<never, never, never>

export type Audience = "internal" | "public"
export type ArticleRow = Selectable<ArticlesTable>
export type TextRow = Omit<Selectable<ArticleTextsTable>, "words" | "used_words" | "plain_title">

export type KnowledgeTables = {
  articles: ArticlesTable
  article_texts: ArticleTextsTable
  article_versions: ArticleVersionsTable
  article_terms: { language: Language; term: string; article_id: string; weight: number }
  article_shown: { article_id: string; case_id: string; by_actor: string; at: Date }
  article_uses: ArticleUsesTable
  article_votes: { article_id: string; browser: string; useful: boolean; network: string; at: Date }
  article_pictures: { id: string; name: string; type: string; size: number; sha256: string; by_actor: string; at: Date }
}

export type ArticlesTable = {
  id: string
  audience: Generated<Audience>
  owner_id: string | null
  tags: Generated<string[]>
  review_at: Date | null
  reviewed_at: Date | null
  reviewed_by: string | null
  origin_case_id: string | null
  origin_message_id: string | null
  origin_inboxes: string[] | null
  archived_at: Date | null
  archived_by: string | null
  created_by: string
  created_at: Date
  updated_at: Date
}

export type ArticleTextsTable = {
  article_id: string
  language: Language
  slug: string | null
  title: string
  body: string
  revision: number
  written_by: string
  written_at: Date
  published: number | null
  published_revision: number | null
  published_at: Date | null
  published_by: string | null
  words: Vector
  used_words: Vector
  plain_title: string
}

export type ArticleVersionsTable = {
  article_id: string
  language: Language
  number: number
  title: string
  body: string
  by_actor: string
  at: Date
}

export type ArticleUsesTable = {
  id: string
  article_id: string
  language: Language
  number: number
  case_id: string
  conversation_id: string
  by_actor: string
  inserted_at: Date
  message_id: string | null
  sent_at: Date | null
  helped_at: Date | null
}

/** The columns of a text that are read. */
export const TEXT_COLUMNS = [
  "article_id",
  "language",
  "slug",
  "title",
  "body",
  "revision",
  "written_by",
  "written_at",
  "published",
  "published_revision",
  "published_at",
  "published_by",
] as const

/** These tables, through whatever reads or writes. */
export function shelf(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<KnowledgeTables>()
}
