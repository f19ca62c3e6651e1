import { idOf, insertMany, type Tx } from "#platform"
import { ATTACHMENT, MESSAGE } from "./columns.ts"
import type { PastMessage } from "./history.ts"

export type PastMessageRow = PastMessage & { id: string; conversationId: string; channel: string; subject: string }

/** Writes messages of the past, and where their bytes are kept. */
export async function writePastMessages(tx: Tx, messages: readonly PastMessageRow[]): Promise<void> {
  await insertMany(
    tx,
    "messages",
    MESSAGE,
    messages.map((one) => ({
      id: one.id,
      conversation_id: one.conversationId,
      direction: one.direction,
      channel: one.channel,
      message_id: one.messageId ?? null,
      content_key: one.contentKey ?? null,
      in_reply_to: one.inReplyTo ?? null,
      refs: [...new Set([...(one.references ?? []), ...(one.inReplyTo ? [one.inReplyTo] : [])])].slice(-100),
      from_name: one.from.name,
      from_address: one.from.address,
      reply_to: one.replyTo ?? [],
      to_list: one.to,
      cc_list: one.cc ?? [],
      contact_id: one.contactId,
      agent_id: one.agentId ?? null,
      subject: one.subject,
      text: one.text,
      new_text: one.newText ?? one.text,
      quoted: one.quoted ?? "",
      signature: one.signature ?? "",
      html: one.html ?? null,
      identity: one.identity ?? (one.direction === "out" ? "verified" : "unverified"),
      proof: one.proof ?? {},
      warnings: one.warnings ?? [],
      automatic: one.automatic ?? null,
      bounce: one.bounce ?? null,
      calendar: one.calendar ?? [],
      original: one.original ?? null,
      size: one.size ?? 0,
      sent_at: one.writtenAt === undefined ? one.at : one.writtenAt,
      received_at: one.at,
    })),
  )
}

export async function writePastFiles(tx: Tx, messages: readonly PastMessageRow[]): Promise<void> {
  const rows = messages.flatMap((message) =>
    (message.files ?? []).map((file, position) => ({
      id: idOf(message.at, message.id, "file", String(position)),
      message_id: message.id,
      position,
      name: file.name,
      type: file.type,
      size: file.size,
      sha256: file.sha256,
      content_id: file.contentId,
      inline: file.inline,
    })),
  )
  await insertMany(tx, "attachments", ATTACHMENT, rows)
}
