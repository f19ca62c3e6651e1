import type { PersonActor } from "#people"
import { Conflict, DAY, type FieldProblem, Invalid, NotFound, type Tx } from "#platform"
import type { Language } from "#words"
import { holdArticle, mayPublishTo } from "./access-article.ts"
import { textOf } from "./access-text.ts"
import { indexPublished } from "./finding/index-text.ts"
import type { Words } from "./finding/text-vector.ts"
import { identifyingIn } from "./identifying/of-article.ts"
import { recordOf } from "./record.ts"
import { freeSlug } from "./slug.ts"
import { type ArticleRow, shelf, type TextRow } from "./tables.ts"

/** How long what is written is taken to hold when nobody says otherwise. */
export const HOLDS = 180 * DAY

/**
 * Puts what is written in use: for colleagues, or for everybody when the article is public. The version before is kept. A person does
 * this, and reads first what would identify a customer: `regardless` says that they have. Gives the number of the version that it took
 * the place of, too.
 * @throws Forbidden, Invalid for an empty article, Conflict `knowledge.identifying`
 */
export async function publish(
  actor: PersonActor,
  tx: Tx,
  articleId: string,
  language: Language,
  { regardless, revision }: { regardless: boolean; revision?: number | undefined },
): Promise<{ text: TextRow; before: number | null }> {
  const article = await holdArticle(actor, tx, articleId)
  mayPublishTo(actor, article.audience)
  if (article.archived_at) throw new Conflict("knowledge.archived")
  const text = await textOf(tx, article.id, language)
  if (!text) throw new NotFound("knowledge.noSuchLanguage")
  if (revision !== undefined && revision !== text.revision) throw new Conflict("knowledge.writtenElsewhere")
  refuseEmpty(text)
  if (!regardless) await refuseIdentifying(tx, article, text)
  const number = await keepVersion(tx, actor.ref, text)
  await shelf(tx)
    .updateTable("article_texts")
    .set({
      published: number,
      published_revision: text.revision,
      published_at: tx.now,
      published_by: actor.ref,
      slug: text.slug ?? (await freeSlug(tx, text.title)),
    })
    .where("article_id", "=", article.id)
    .where("language", "=", language)
    .execute()
  await indexPublished(tx, article.id, language, text)
  await shelf(tx)
    .updateTable("articles")
    .set({ updated_at: tx.now, reviewed_at: tx.now, reviewed_by: actor.ref, review_at: laterOf(article.review_at, tx.now) })
    .where("id", "=", article.id)
    .execute()
  await recordOf(tx, actor.ref, "article.published", article.id, { language, number, audience: article.audience })
  return { text: (await textOf(tx, article.id, language))!, before: text.published }
}

/** @throws Conflict with how many pieces there are, when the public would read something of a customer */
export async function refuseIdentifying(tx: Tx, article: ArticleRow, text: Words): Promise<void> {
  const found = await identifyingIn(tx, article, text)
  if (found.length)
    throw new Conflict("knowledge.identifying", { count: found.length, pieces: found.map((piece) => piece.text).join(", ") })
}

function refuseEmpty({ title, body }: TextRow): void {
  const problems = [
    title.trim() ? [] : [{ path: "title", key: "field.required" }],
    body.trim() ? [] : [{ path: "body", key: "field.required" }],
  ]
  const fields: FieldProblem[] = problems.flat()
  if (fields.length) throw new Invalid("knowledge.empty", {}, fields)
}

async function keepVersion(tx: Tx, by: string, { article_id, language, title, body }: TextRow): Promise<number> {
  const last = await shelf(tx)
    .selectFrom("article_versions")
    .select(({ fn }) => fn.max("number").as("number"))
    .where("article_id", "=", article_id)
    .where("language", "=", language)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await shelf(tx).insertInto("article_versions").values({ article_id, language, number, title, body, by_actor: by, at: tx.now }).execute()
  return number
}

function laterOf(chosen: Date | null, now: Date): Date {
  return chosen && chosen > now ? chosen : new Date(now.getTime() + HOLDS)
}
