import { accessMessage, conversationForCase } from "#conversations"
import { type PersonActor, requireRole } from "#people"
import { Invalid, type Tx } from "#platform"
import { languageOfText } from "#words"
import { caseOfConversation } from "../case-number.ts"
import { room } from "../tables.ts"
import { createArticle } from "./create-article.ts"
import { titleOf, withoutManners } from "./manners.ts"
import type { ArticleRow } from "./tables.ts"

/**
 * One gesture: an answer becomes the draft of an article. Its subject is the title, its words without greeting and signature the body;
 * what identifies the customer is marked in it (`identifyingIn`) and taken out by a person.
 */
export async function articleOfAnswer(actor: PersonActor, tx: Tx, messageId: string): Promise<ArticleRow> {
  requireRole(actor, "agent")
  const message = await accessMessage(actor, tx, messageId)
  if (message.direction !== "out") throw new Invalid("knowledge.notAnAnswer")
  const conversation = await conversationForCase(tx, message.conversation_id)
  const filed = await caseOfConversation(tx, message.conversation_id)
  return createArticle(actor, tx, {
    language: languageOfText(message.new_text, conversation?.language ?? actor.language),
    title: titleOf((filed && (await subjectOf(tx, filed.id))) || message.subject),
    body: withoutManners(message.new_text),
    origin: { caseId: filed?.id ?? null, messageId: message.id, inboxIds: conversation?.inboxIds ?? [] },
  })
}

async function subjectOf(tx: Tx, caseId: string): Promise<string> {
  const { subject } = await room(tx).selectFrom("cases").select("subject").where("id", "=", caseId).executeTakeFirstOrThrow()
  return subject
}
