import { conversationForCase } from "#conversations"
import { type PersonActor, requireRole, seesInbox } from "#people"
import { isId, newId, NotFound, type Tx } from "#platform"
import type { Language } from "#words"
import { accessArticle } from "../access-article.ts"
import { markupToText } from "../markup/to-text.ts"
import { recordOf } from "../record.ts"
import { shelf } from "../tables.ts"
import { published } from "./published-text.ts"

export interface Inserted {
  useId: string
  title: string
  language: Language
  /** As an answer says it. */
  text: string
}

/** An article goes into an answer that is being written. Gives its words as text. @throws NotFound for what isn't published */
export async function insertArticle(
  actor: PersonActor,
  tx: Tx,
  articleId: string,
  { conversationId, language }: { conversationId: string; language: Language },
): Promise<Inserted> {
  requireRole(actor, "agent")
  const article = await accessArticle(actor, tx, articleId)
  const conversation = isId(conversationId) ? await conversationForCase(tx, conversationId) : null
  if (!conversation?.caseId || !seesInbox(actor, conversation.inboxIds)) throw new NotFound("conversations.notFound")
  const text = (await published(tx, article.id, language)) ?? (await published(tx, article.id, language === "fr" ? "en" : "fr"))
  if (!text || article.archived_at) throw new NotFound("knowledge.notPublished")
  const useId = newId(tx.now)
  await shelf(tx)
    .insertInto("article_uses")
    .values({
      id: useId,
      article_id: article.id,
      language: text.language,
      number: text.number,
      case_id: conversation.caseId,
      conversation_id: conversation.id,
      by_actor: actor.ref,
      inserted_at: tx.now,
      message_id: null,
      sent_at: null,
      helped_at: null,
    })
    .execute()
  await recordOf(tx, actor.ref, "article.inserted", article.id)
  return { useId, title: text.title, language: text.language, text: markupToText(text.body) }
}
