import { systemActor } from "#people"
import type { Tx } from "#platform"
import type { Language } from "#words"
import { normalAddress } from "./address.ts"
import { countAnswer, isOurs, queueAutomatic, wishesFor } from "./automatic-answer.ts"
import { replySubject } from "./compose-reply.ts"
import { greetingOf } from "./greeting.ts"
import { lastMessage } from "./last-message.ts"
import type { Sending } from "./queue-reply.ts"
import { room } from "./tables.ts"
import { leavingTime } from "./when.ts"

interface Words {
  greeting: string
  inbox: string
  language: Language
}

/** Why nothing was written; `later`: not yet, one went to this address within a day. */
export type Unsent = "closed-inbox" | "nobody" | "machine" | "not-proven" | "ourselves" | "wishes" | "later"

/**
 * Writes to the customer of a conversation by itself, as an answer to their last own words, in their hours. Never to a machine, never to
 * somebody whose identity failed, never to ourselves, never against their wishes, at most once a day to an address.
 */
export async function replyAutomatically(
  tx: Tx,
  sending: Sending,
  conversationId: string,
  { name, timeZone, write }: { name: string; timeZone: string; write: (words: Words) => string },
): Promise<{ messageId: string; language: Language } | { unsent: Unsent }> {
  const tables = room(tx)
  const conversation = await tables.selectFrom("conversations").selectAll().where("id", "=", conversationId).executeTakeFirstOrThrow()
  const inbox = await tables.selectFrom("inboxes").selectAll().where("id", "=", conversation.inbox_ids[0]!).executeTakeFirstOrThrow()
  const answering = await lastMessage(tx, conversationId)
  if (inbox.closed_at) return { unsent: "closed-inbox" }
  if (answering?.direction !== "in" || !answering.from_address) return { unsent: "nobody" }
  if (answering.automatic) return { unsent: "machine" }
  if (answering.identity === "failed") return { unsent: "not-proven" }
  const address = normalAddress(answering.from_address)
  if (await isOurs(tx, conversation.channel, address)) return { unsent: "ourselves" }
  if (!(await wishesFor(tx, answering.contact_id, conversation.channel))) return { unsent: "wishes" }
  if (!(await countAnswer(tx, address, conversation.id))) return { unsent: "later" }

  const { greeting, language } = await greetingOf(tx, answering.contact_id, inbox.language)
  const leaving = await leavingTime(tx, answering.contact_id, { undoSeconds: 0, timeZone })
  const messageId = await queueAutomatic(systemActor(name), tx, sending, {
    answering,
    conversation,
    inbox,
    subject: replySubject(answering.subject || conversation.subject),
    text: write({ greeting, inbox: inbox.name, language }),
    language,
    leaving,
  })
  return { messageId, language }
}
