import { type RawBuilder, sql } from "kysely"
import { type Actor, atLeast, requireRole } from "#people"
import { Forbidden, isId, NotFound, type Reader, type Tx } from "#platform"
import { type ArticleRow, shelf } from "./tables.ts"

/**
 * An article. What is published is every colleague's; one that was made of an answer and never published is read by those who may
 * read the answer. @throws NotFound
 */
export async function accessArticle(actor: Actor, reader: Reader, id: string): Promise<ArticleRow> {
  const found = isId(id)
    ? await shelf(reader).selectFrom("articles as a").selectAll("a").where("a.id", "=", id).where(seesArticle(actor)).executeTakeFirst()
    : undefined
  if (!found) throw new NotFound("knowledge.notFound")
  return found
}

/** The same for somebody who is about to change it: held until the transaction ends. @throws NotFound, Forbidden for observers */
export async function holdArticle(actor: Actor, tx: Tx, id: string): Promise<ArticleRow> {
  requireRole(actor, "agent")
  const { id: held } = await accessArticle(actor, tx, id)
  return shelf(tx).selectFrom("articles").selectAll().where("id", "=", held).forNoKeyUpdate().executeTakeFirstOrThrow()
}

/** A condition on `articles as a`: what this actor may read. */
export function seesArticle(actor: Actor): RawBuilder<boolean> {
  if (actor.inboxes === "every") return sql<boolean>`true`
  return sql<boolean>`(a.origin_inboxes is null or a.origin_inboxes && ${[...actor.inboxes]}::uuid[] or a.created_by = ${actor.ref}
    or exists (select from article_texts as seen where seen.article_id = a.id and seen.published is not null))`
}

/** What the public reads is the company's word. @throws Forbidden for agents */
export function mayPublishTo(actor: Actor, audience: ArticleRow["audience"]): void {
  if (audience === "public" && !atLeast(actor.role, "lead")) throw new Forbidden("knowledge.publicByLead")
}
