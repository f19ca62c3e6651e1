import { type PersonActor, signatureOf } from "#people"
import type { Tx } from "#platform"
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
    messageId: writeMessageId(keys, conversation.short, domainOf(inbox.address)),
    from: { name: inbox.name, address: inbox.address },
    replyTo: replyAddress(inbox.address, writeReplyToken(keys, conversation.short)),
    ...people,
    subject: reply.subject ?? replySubject(answering?.subject ?? conversation.subject),
    text: reply.text,
    html: null,
    signature: signature || inbox.signature,
    quote: reply.quote && answering ? quoteOf(answering) : null,
    inReplyTo: answering?.message_id ?? null,
    references: answering ? [...answering.refs, ...(answering.message_id ? [answering.message_id] : [])].slice(-20) : [],
    files,
    language: inbox.language,
    date: at,
    automatic: false,
  }
}

function quoteOf(answering: Message): Outgoing["quote"] {
  return {
    at: answering.sent_at ?? answering.received_at,
    from: { name: answering.from_name, address: answering.from_address },
    text: answering.text,
  }
}

function replySubject(subject: string): string {
  return /^re ?:/i.test(subject) ? subject : `Re: ${subject}`
}
