import type { PersonActor } from "#people"
import { Conflict, type Tx } from "#platform"
import type { Language } from "#words"
import { holdArticle } from "./access-article.ts"
import { textOf } from "./access-text.ts"
import { addText } from "./create-article.ts"
import { indexDraft } from "./finding/index-text.ts"
import { shelf, type TextRow } from "./tables.ts"

export interface Typed {
  title: string
  body: string
  /** The revision that this was typed on; 0 when the language is new. */
  revision: number
}

/**
 * Keeps what is being typed. What is published stays as it is. @throws Conflict when another screen has written since: nothing is
 * overwritten.
 */
export async function writeText(actor: PersonActor, tx: Tx, articleId: string, language: Language, typed: Typed): Promise<TextRow> {
  const article = await holdArticle(actor, tx, articleId)
  if (article.archived_at) throw new Conflict("knowledge.archived")
  const before = await textOf(tx, article.id, language)
  if ((before?.revision ?? 0) !== typed.revision) throw new Conflict("knowledge.writtenElsewhere")
  const { title, body } = typed
  if (before) {
    await shelf(tx)
      .updateTable("article_texts")
      .set({ title, body, revision: before.revision + 1, written_by: actor.ref, written_at: tx.now })
      .where("article_id", "=", article.id)
      .where("language", "=", language)
      .execute()
    await indexDraft(tx, article.id, language, typed)
  } else await addText(tx, actor.ref, article.id, { language, title, body })
  await shelf(tx).updateTable("articles").set({ updated_at: tx.now }).where("id", "=", article.id).execute()
  return (await textOf(tx, article.id, language))!
}
