import { newId, type Tx } from "#platform"
import type { Incoming, MessageFile } from "./channel.ts"
import { room } from "./tables.ts"

interface Place {
  direction: "in" | "out"
  contactId: string | null
  /** With `in`: an agent's mail that reached us alone, shown as a note. */
  agentId: string | null
}

/** Writes a message that came in, with its files. Gives its id. */
export async function insertMessage(tx: Tx, conversationId: string, incoming: Incoming, place: Place): Promise<string> {
  const id = newId(tx.now)
  await room(tx)
    .insertInto("messages")
    .values({
      id,
      conversation_id: conversationId,
      direction: place.direction,
      channel: incoming.channel,
      message_id: incoming.messageId,
      content_key: incoming.contentKey,
      in_reply_to: incoming.inReplyTo,
      refs: [...new Set([...incoming.references, ...(incoming.inReplyTo ? [incoming.inReplyTo] : [])])].slice(-100),
      from_name: incoming.claimed?.name ?? "",
      from_address: incoming.claimed?.address ?? "",
      reply_to: JSON.stringify(incoming.replyTo),
      to_list: JSON.stringify(incoming.to),
      cc_list: JSON.stringify(incoming.cc),
      contact_id: place.contactId,
      agent_id: place.agentId,
      subject: incoming.subject,
      text: incoming.text,
      new_text: incoming.newText,
      quoted: incoming.quoted,
      signature: incoming.signature,
      html: incoming.html,
      identity: incoming.identity,
      proof: JSON.stringify(incoming.proof),
      warnings: incoming.warnings,
      automatic: incoming.automatic,
      bounce: incoming.bounce ? JSON.stringify(incoming.bounce) : null,
      calendar: JSON.stringify(incoming.calendar),
      original: incoming.original,
      size: incoming.size,
      sent_at: incoming.writtenAt,
      received_at: incoming.receivedAt,
    })
    .execute()
  await insertFiles(tx, id, incoming.files)
  return id
}

export async function insertFiles(tx: Tx, messageId: string, files: readonly MessageFile[]): Promise<void> {
  if (files.length === 0) return
  const rows = files.map((file, position) => ({
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
  await room(tx).insertInto("attachments").values(rows).execute()
}
