import { type Insertion, insertTogether, newId, rowsFor, type Tx } from "#platform"
import type { Incoming, MessageFile } from "./channel.ts"
import { ATTACHMENT, MESSAGE } from "./columns.ts"
import { deliveriesOf } from "./deliveries.ts"

/** A message that came in, with its place. */
export interface Arrival {
  id: string
  conversationId: string
  incoming: Incoming
  direction: "in" | "out"
  contactId: string | null
  /** With `in`: an agent's mail that reached us alone, shown as a note. */
  agentId: string | null
}

/** Writes messages that came in, with their files and deliveries, and with `also` what they stand in: one statement for all. */
export async function insertArrivals(tx: Tx, arrivals: readonly Arrival[], also: readonly Insertion[] = []): Promise<void> {
  await insertTogether(tx, [
    ...also,
    rowsFor("messages", MESSAGE, arrivals.map(messageRow)),
    rowsFor(
      "attachments",
      ATTACHMENT,
      arrivals.flatMap(({ id, incoming }) => fileRows(tx, id, incoming.files)),
    ),
    deliveriesOf(
      tx,
      arrivals.map(({ id, incoming }) => ({ messageId: id, incoming })),
    ),
  ])
}

function messageRow({ id, conversationId, incoming, direction, contactId, agentId }: Arrival) {
  return {
    id,
    conversation_id: conversationId,
    direction,
    channel: incoming.channel,
    message_id: incoming.messageId,
    content_key: incoming.contentKey,
    in_reply_to: incoming.inReplyTo,
    refs: [...new Set([...incoming.references, ...(incoming.inReplyTo ? [incoming.inReplyTo] : [])])].slice(-100),
    from_name: incoming.claimed?.name ?? "",
    from_address: incoming.claimed?.address ?? "",
    reply_to: incoming.replyTo,
    to_list: incoming.to,
    cc_list: incoming.cc,
    contact_id: contactId,
    agent_id: agentId,
    subject: incoming.subject,
    text: incoming.text,
    new_text: incoming.newText,
    quoted: incoming.quoted,
    signature: incoming.signature,
    html: incoming.html,
    identity: incoming.identity,
    proof: incoming.proof,
    warnings: incoming.warnings,
    automatic: incoming.automatic,
    bounce: incoming.bounce,
    calendar: incoming.calendar,
    original: incoming.original,
    size: incoming.size,
    sent_at: incoming.writtenAt,
    received_at: incoming.receivedAt,
  }
}

/** The files of a message, in their order. */
export async function insertFiles(tx: Tx, messageId: string, files: readonly MessageFile[]): Promise<void> {
  await insertTogether(tx, [rowsFor("attachments", ATTACHMENT, fileRows(tx, messageId, files))])
}

function fileRows(tx: Tx, messageId: string, files: readonly MessageFile[]) {
  return files.map((file, position) => ({
    id: newId(tx.now),
    message_id: messageId,
    position,
    name: file.name,
    type: file.type,
    size: file.size,
    sha256: file.sha256,
    content_id: file.contentId,
    inline: file.inline,
  }))
}
