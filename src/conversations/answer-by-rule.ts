import type { Actor } from "#people"
import type { Tx } from "#platform"
import { evidentLanguage } from "#words"
import { normalAddress } from "./address.ts"
import { countAnswer, isOurs, isProven, queueAutomatic, wishesFor } from "./automatic-answer.ts"
import { replySubject } from "./compose-reply.ts"
import { answeringInbox } from "./inboxes.ts"
import type { Sending } from "./queue-reply.ts"
import { room } from "./tables.ts"
import { leavingTime } from "./when.ts"

/** Why an answer that nobody wrote must not leave. */
export type Unanswerable = "automatic" | "unproven" | "ours" | "today" | "no-address" | "wishes"

/**
 * Answers a customer's message by itself, under the same guards as a receipt: never a machine, never somebody whose identity was checked
 * and not proven, never ourselves, never against the customer's wishes, at most once a day to an address. It leaves at their hours.
 * @throws Conflict when no inbox of the conversation takes mail; nothing is written then
 */
export async function answerByRule(
  actor: Actor,
  tx: Tx,
  sending: Sending,
  messageId: string,
  { text, timeZone }: { text: string; timeZone: string },
): Promise<{ messageId: string } | { refused: Unanswerable }> {
  const tables = room(tx)
  const message = await tables.selectFrom("messages").selectAll().where("id", "=", messageId).executeTakeFirstOrThrow()
  const conversation = await tables
    .selectFrom("conversations")
    .selectAll()
    .where("id", "=", message.conversation_id)
    .executeTakeFirstOrThrow()
  if (message.automatic || message.direction !== "in" || message.agent_id) return { refused: "automatic" }
  if (!message.from_address) return { refused: "no-address" }
  if (!isProven(message)) return { refused: "unproven" }
  const address = normalAddress(message.from_address)
  if (await isOurs(tx, conversation.channel, address)) return { refused: "ours" }
  if (!(await wishesFor(tx, message.contact_id, conversation.channel))) return { refused: "wishes" }
  const inbox = await answeringInbox(actor, tx, conversation.inbox_ids)
  if (!(await countAnswer(tx, address, conversation.id))) return { refused: "today" }

  const leaving = await leavingTime(tx, message.contact_id, { undoSeconds: sending.undoSeconds, timeZone })
  const queued = await queueAutomatic(actor, tx, sending, {
    answering: message,
    conversation,
    inbox,
    subject: replySubject(message.subject),
    text,
    language: evidentLanguage(text, inbox.language),
    leaving,
  })
  return { messageId: queued }
}
