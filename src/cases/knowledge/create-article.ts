import { sql } from "kysely"
import { type PersonActor, requireRole } from "#people"
import { newId, type Tx } from "#platform"
import type { Language } from "#words"
import { checkTags, rememberTags } from "../tags.ts"
import { indexDraft } from "./finding/index-text.ts"
import { recordOf } from "./record.ts"
import { shelf, type ArticleRow } from "./tables.ts"

export interface NewArticle {
  language: Language
  title: string
  body: string
  tags?: readonly string[] | undefined
  origin?: { caseId: string | null; messageId: string; inboxIds: readonly string[] } | undefined
}

/** Begins an article, as a draft that its author stands behind. Nothing is published by itself. */
export async function createArticle(
  actor: PersonActor,
  tx: Tx,
  { language, title, body, tags = [], origin }: NewArticle,
): Promise<ArticleRow> {
  requireRole(actor, "agent")
  const known = checkTags(tags)
  await rememberTags(tx, known)
  const article = await shelf(tx)
    .insertInto("articles")
    .values({
      id: newId(tx.now),
      owner_id: actor.kind === "agent" ? actor.id : null,
      tags: known,
      review_at: null,
      reviewed_at: null,
      reviewed_by: null,
      origin_case_id: origin?.caseId ?? null,
      origin_message_id: origin?.messageId ?? null,
      origin_inboxes: origin ? [...origin.inboxIds] : null,
      archived_at: null,
      archived_by: null,
      created_by: actor.ref,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await addText(tx, actor.ref, article.id, { language, title, body })
  await recordOf(tx, actor.ref, "article.created", article.id, { language })
  return article
}

/** The first words of an article in a language. */
export async function addText(
  tx: Tx,
  by: string,
  articleId: string,
  { language, title, body }: { language: Language; title: string; body: string },
): Promise<void> {
  await sql`
    insert into article_texts (article_id, language, title, body, revision, written_by, written_at, words, plain_title)
    values (${articleId}, ${language}, ${title}, ${body}, 1, ${by}, ${tx.now}, '', '')`.execute(tx.sql)
  await indexDraft(tx, articleId, language, { title, body })
}
