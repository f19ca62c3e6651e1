import { type PersonActor, signatureOf } from "#people"
import type { Keys, Tx } from "#platform"
import { evidentLanguage } from "#words"
import type { Conversation, Message } from "./access.ts"
import { domainOf } from "./address.ts"
import type { MessageFile, Outgoing, Person } from "./channel.ts"
import type { Inbox } from "./inboxes.ts"
import type { Reply, Sending } from "./queue-reply.ts"
import { writeMessageId } from "./message-id.ts"
import { replyAddress, writeReplyToken } from "./reply-token.ts"

interface Parts {
  actor: PersonActor
  conversation: Conversation
  inbox: Inbox
  answering: Message | null
  people: { to: Person[]; cc: Person[] }
  reply: Reply
  files: MessageFile[]
  at: Date
}

/** An answer with everything that decides its bytes: keyed addresses, signature, thread, quoted words. */
export async function composeReply(
  tx: Tx,
  { keys }: Sending,
  { actor, conversation, inbox, answering, people, reply, files, at }: Parts,
): Promise<Outgoing> {
  const signature = actor.kind === "agent" ? await signatureOf(tx, actor.id) : ""
  return {
    ...inThread(keys, conversation, inbox, answering),
    ...people,
    subject: reply.subject ?? replySubject(answering?.subject ?? conversation.subject),
    text: reply.text,
    html: null,
    signature: signature || inbox.signature,
    quote: reply.quote && answering ? quoteOf(answering) : null,
    files,
    language: evidentLanguage(reply.text, inbox.language),
    date: at,
    automatic: false,
  }
}

/** Who it is from, and what ties it and the answers to it to its conversation. */
export function inThread(
  keys: Keys,
  { short }: Conversation,
  inbox: Inbox,
  answering: Message | null,
): Pick<Outgoing, "messageId" | "from" | "replyTo" | "inReplyTo" | "references"> {
  return {
    messageId: writeMessageId(keys, short, domainOf(inbox.address)),
    from: { name: inbox.name, address: inbox.address },
    replyTo: replyAddress(inbox.address, writeReplyToken(keys, short)),
    inReplyTo: answering?.message_id ?? null,
    references: answering ? [...answering.refs, ...(answering.message_id ? [answering.message_id] : [])].slice(-20) : [],
  }
}

function quoteOf(answering: Message): Outgoing["quote"] {
  return {
    at: answering.sent_at ?? answering.received_at,
    from: { name: answering.from_name, address: answering.from_address },
    text: answering.text,
  }
}

export function replySubject(subject: string): string {
  return /^re ?:/i.test(subject) ? subject : `Re: ${subject}`
}
