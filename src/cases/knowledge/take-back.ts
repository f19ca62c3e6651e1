import { whoDid } from "#audit"
import type { PersonActor } from "#people"
import { Conflict, NotFound, type Tx } from "#platform"
import type { Language } from "#words"
import { changedSince } from "../as-left.ts"
import { holdArticle, mayPublishTo } from "./access-article.ts"
import { textOf } from "./access-text.ts"
import { forgetPublished, indexPublished } from "./finding/index-text.ts"
import { HOLDS, refuseIdentifying } from "./publish.ts"
import { recordOf } from "./record.ts"
import { type ArticleRow, type Audience, shelf, type TextRow } from "./tables.ts"

/** What a screen took to be in use, and for whom; null: nothing. */
export interface InUse {
  version: number | null
  audience: Audience
}

/** Takes a language out of use. What is written stays. @throws Conflict with who has published since what was `left` */
export async function withdraw(actor: PersonActor, tx: Tx, articleId: string, language: Language, left?: InUse): Promise<void> {
  const { article, text } = await holdInUse(actor, tx, articleId, language, left)
  if (text.published === null) return
  await shelf(tx)
    .updateTable("article_texts")
    .set({ published: null, published_revision: null, published_at: null, published_by: null })
    .where("article_id", "=", article.id)
    .where("language", "=", language)
    .execute()
  await forgetPublished(tx, article.id, language)
  await shelf(tx)
    .updateTable("articles")
    .set({ updated_at: tx.now, ...reviewWithout(article, text, null) })
    .where("id", "=", article.id)
    .execute()
  await recordOf(tx, actor.ref, "article.withdrawn", article.id, { language })
}

/**
 * Puts a version in use that was published before; what is being written stays.
 * @throws Forbidden, NotFound, Conflict `knowledge.identifying`, or with who has published since what was `left`
 */
export async function useVersion(
  actor: PersonActor,
  tx: Tx,
  articleId: string,
  language: Language,
  { version, regardless, left }: { version: number; regardless: boolean; left?: InUse | undefined },
): Promise<TextRow> {
  const { article, text } = await holdInUse(actor, tx, articleId, language, left)
  if (article.archived_at) throw new Conflict("knowledge.archived")
  if (text.published === version) return text
  const found = await shelf(tx)
    .selectFrom("article_versions")
    .select(["title", "body", "by_actor", "at"])
    .where("article_id", "=", article.id)
    .where("language", "=", language)
    .where("number", "=", version)
    .executeTakeFirst()
  if (!found) throw new NotFound("knowledge.noSuchVersion")
  const { title, body, by_actor, at } = found
  if (!regardless) await refuseIdentifying(tx, article, { title, body })
  await shelf(tx)
    .updateTable("article_texts")
    .set({
      published: version,
      published_revision: title === text.title && body === text.body ? text.revision : 0, // no revision: the draft says something else
      published_at: at,
      published_by: by_actor,
    })
    .where("article_id", "=", article.id)
    .where("language", "=", language)
    .execute()
  await indexPublished(tx, article.id, language, { title, body })
  await shelf(tx)
    .updateTable("articles")
    .set({ updated_at: tx.now, ...reviewWithout(article, text, { by_actor, at }) })
    .where("id", "=", article.id)
    .execute()
  await recordOf(tx, actor.ref, "article.published", article.id, { language, number: version, audience: article.audience })
  return (await textOf(tx, article.id, language))!
}

async function holdInUse(actor: PersonActor, tx: Tx, articleId: string, language: Language, left: InUse | undefined) {
  const article = await holdArticle(actor, tx, articleId)
  mayPublishTo(actor, article.audience)
  const text = await textOf(tx, article.id, language)
  if (!text) throw new NotFound("knowledge.noSuchLanguage")
  if (left && left.version !== text.published)
    throw await changedSince(
      tx,
      await whoDid(tx, article.id, ["article.published", "article.withdrawn"], (data) => data["language"] === language),
    )
  if (left && left.audience !== article.audience) throw await changedSince(tx, await whoDid(tx, article.id, ["article.changed"]))
  return { article, text }
}

/** Publishing counts as having looked an article through: that it was goes with what was published. */
function reviewWithout(article: ArticleRow, { published_at }: TextRow, before: { by_actor: string; at: Date } | null): Partial<ArticleRow> {
  const at = published_at?.getTime() ?? Number.NaN
  const then = before?.at ?? null
  return {
    ...(article.reviewed_at?.getTime() === at ? { reviewed_at: then, reviewed_by: before?.by_actor ?? null } : {}),
    ...(article.review_at?.getTime() === at + HOLDS ? { review_at: then && new Date(then.getTime() + HOLDS) } : {}),
  }
}
