import type { Actor } from "#people"
import type { Tx } from "#platform"
import { countAnswer, isOurs } from "./acknowledge.ts"
import { domainOf, normalAddress } from "./address.ts"
import { answeringInbox } from "./inboxes.ts"
import { queueOutgoing } from "./queue-outgoing.ts"
import type { Sending } from "./queue-reply.ts"
import { writeMessageId } from "./message-id.ts"
import { replyAddress, writeReplyToken } from "./reply-token.ts"
import { room } from "./tables.ts"
import { leavingTime } from "./when.ts"

/** Why an answer that nobody wrote must not leave. */
export type Unanswerable = "automatic" | "unproven" | "ours" | "today" | "no-address"

/**
 * Answers a customer's message by itself, under the same guards as a receipt: never a machine, never somebody whose identity was checked
 * and not proven, never ourselves, at most once a day to an address; marked as automatic with a null envelope sender (RFC 3834). It
 * leaves at the customer's hours.
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
  const unchecked = message.identity === "unverified" && message.proof.reasons?.includes("not-checked") === true
  if (message.automatic || message.direction !== "in" || message.agent_id) return { refused: "automatic" }
  if (!message.from_address) return { refused: "no-address" }
  if (message.identity !== "verified" && !unchecked) return { refused: "unproven" }
  const address = normalAddress(message.from_address)
  if (await isOurs(tx, conversation.channel, address)) return { refused: "ours" }
  if (!(await countAnswer(tx, address, conversation.id))) return { refused: "today" }

  const inbox = await answeringInbox(actor, tx, conversation.inbox_ids)
  const leaving = await leavingTime(tx, message.contact_id, { undoSeconds: sending.undoSeconds, timeZone })
  const outgoing = {
    messageId: writeMessageId(sending.keys, conversation.short, domainOf(inbox.address)),
    from: { name: inbox.name, address: inbox.address },
    replyTo: replyAddress(inbox.address, writeReplyToken(sending.keys, conversation.short)),
    to: [{ name: "", address: message.from_address }],
    cc: [],
    subject: /^re ?:/i.test(message.subject) ? message.subject : `Re: ${message.subject}`,
    text,
    html: null,
    signature: inbox.signature,
    quote: null,
    inReplyTo: message.message_id,
    references: message.message_id ? [message.message_id] : [],
    files: [],
    language: inbox.language,
    date: leaving.at,
    automatic: true,
  }
  return {
    messageId: await queueOutgoing(actor, tx, sending, { conversation, outgoing, contactId: message.contact_id, agentId: null, leaving }),
  }
}
