import { isDeepStrictEqual } from "node:util"
import { whoDid } from "#audit"
import { accessAgent, type PersonActor } from "#people"
import { DAY, Invalid, type Reader, type Tx } from "#platform"
import { changedSince } from "../as-left.ts"
import { checkTags, rememberTags } from "../tags.ts"
import { holdArticle, mayPublishTo } from "./access-article.ts"
import { HOLDS, refuseIdentifying } from "./publish.ts"
import { recordOf } from "./record.ts"
import { type ArticleRow, type ArticlesTable, shelf } from "./tables.ts"

export interface ArticleChange {
  ownerId?: string | null | undefined
  audience?: ArticleRow["audience"] | undefined
  tags?: readonly string[] | undefined
  reviewAt?: Date | null | undefined
  /** Whoever makes it public has read what would identify a customer. */
  regardless?: boolean | undefined
  /** What these parts are taken to be. */
  left?: Omit<ArticleChange, "left" | "regardless"> | undefined
}

/** Who stands behind an article, who reads it, under which tags, and until when it is taken to hold. @throws Forbidden, Invalid, Conflict, also where a part isn't what it was taken to be */
export async function changeArticle(actor: PersonActor, tx: Tx, articleId: string, change: ArticleChange): Promise<void> {
  const before = await holdArticle(actor, tx, articleId)
  if (change.left) await expectLeft(tx, before, change.left)
  const set: Partial<Pick<ArticlesTable, "owner_id" | "review_at">> & { audience?: ArticleRow["audience"]; tags?: string[] } = {}
  if (change.ownerId !== undefined) set.owner_id = change.ownerId === null ? null : (await accessAgent(tx, change.ownerId)).id
  if (change.tags) {
    set.tags = checkTags(change.tags)
    await rememberTags(tx, set.tags)
  }
  if (change.reviewAt !== undefined) set.review_at = change.reviewAt
  if (change.reviewAt && change.reviewAt.getTime() > tx.now.getTime() + 3660 * DAY)
    throw new Invalid("request.invalid", {}, [{ path: "reviewAt", key: "field.invalid" }])
  if (change.audience && change.audience !== before.audience) {
    await toAudience(actor, tx, before, change.audience, change.regardless ?? false)
    set.audience = change.audience
  }
  if (Object.keys(set).length === 0) return
  await shelf(tx)
    .updateTable("articles")
    .set({ ...set, updated_at: tx.now })
    .where("id", "=", before.id)
    .execute()
  await recordOf(tx, actor.ref, "article.changed", before.id, { what: Object.keys(set), audience: set.audience ?? before.audience })
}

/** @throws Conflict with who has changed one of these parts to something else */
async function expectLeft(reader: Reader, now: ArticleRow, left: NonNullable<ArticleChange["left"]>): Promise<void> {
  const { ownerId = now.owner_id, audience = now.audience, tags = now.tags, reviewAt = now.review_at } = left
  const parts = [
    ["owner_id", ownerId === now.owner_id],
    ["audience", audience === now.audience],
    ["tags", isDeepStrictEqual(checkTags(tags), now.tags)],
    ["review_at", reviewAt?.getTime() === now.review_at?.getTime()],
  ] as const
  for (const [part, same] of parts) if (!same) throw await changedSince(reader, await whoChanged(reader, now.id, part))
}

function whoChanged(reader: Reader, id: string, part: string): Promise<string | null> {
  const also = part === "review_at" ? ["article.reviewed", "article.published"] : []
  return whoDid(reader, id, ["article.changed", ...also], ({ what }) => !Array.isArray(what) || what.includes(part))
}

/** What is in use becomes public, or stops being it: both are for whoever may publish to the public. */
async function toAudience(actor: PersonActor, tx: Tx, article: ArticleRow, audience: ArticleRow["audience"], regardless: boolean) {
  const inUse = await shelf(tx)
    .selectFrom("article_texts as t")
    .innerJoin("article_versions as v", (join) =>
      join.onRef("v.article_id", "=", "t.article_id").onRef("v.language", "=", "t.language").onRef("v.number", "=", "t.published"),
    )
    .select(["v.title", "v.body"])
    .where("t.article_id", "=", article.id)
    .execute()
  if (inUse.length === 0) return
  mayPublishTo(actor, "public")
  if (audience === "public" && !regardless) for (const text of inUse) await refuseIdentifying(tx, article, text)
}

/** Out of every list and search but that of archived ones; or back. */
export async function archive(actor: PersonActor, tx: Tx, articleId: string, archived: boolean): Promise<void> {
  const before = await holdArticle(actor, tx, articleId)
  if ((before.archived_at !== null) === archived) return
  mayPublishTo(actor, before.audience)
  await shelf(tx)
    .updateTable("articles")
    .set({ archived_at: archived ? tx.now : null, archived_by: archived ? actor.ref : null, updated_at: tx.now })
    .where("id", "=", before.id)
    .execute()
  await recordOf(tx, actor.ref, archived ? "article.archived" : "article.restored", before.id)
}

/** Somebody has read it and says that it still holds: for as long again. */
export async function stillHolds(actor: PersonActor, tx: Tx, articleId: string, until: Date | null): Promise<void> {
  const before = await holdArticle(actor, tx, articleId)
  const review_at = until ?? new Date(tx.now.getTime() + HOLDS)
  await shelf(tx)
    .updateTable("articles")
    .set({ review_at, reviewed_at: tx.now, reviewed_by: actor.ref, updated_at: tx.now })
    .where("id", "=", before.id)
    .execute()
  await recordOf(tx, actor.ref, "article.reviewed", before.id, { until: review_at.toISOString() })
}
