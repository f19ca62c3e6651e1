import type { Actor } from "#people"
import { newId, type Tx } from "#platform"
import type { Conversation } from "./access.ts"
import type { Outgoing } from "./channel.ts"
import { insertFiles } from "./insert-message.ts"
import type { Sending } from "./queue-reply.ts"
import { room } from "./tables.ts"
import type { Leaving } from "./when.ts"

interface Queued {
  conversation: Conversation
  outgoing: Outgoing
  contactId: string | null
  agentId: string | null
  leaving: Leaving
  /** A machine helped to write it. */
  withHelp?: boolean
}

/** Fixes the bytes, keeps them, and writes message and outbox row together. From here on nothing about the message is decided again. */
export async function queueOutgoing(actor: Actor, tx: Tx, sending: Pick<Sending, "blobs" | "channels">, queued: Queued): Promise<string> {
  const { conversation, outgoing, leaving } = queued
  const channel = sending.channels.get(conversation.channel)
  if (!channel) throw new Error(`No channel is wired for ${conversation.channel}`)
  const composed = await channel.compose(outgoing)
  const original = await sending.blobs.keep(composed.bytes)
  const id = newId(tx.now)
  await insertOutgoing(tx, id, queued, { original, size: composed.bytes.length })
  const held = channel.heldBecause()
  await room(tx)
    .insertInto("outbox")
    .values({
      id: newId(tx.now),
      message_id: id,
      channel: conversation.channel,
      state: held ? "held" : "ready",
      mail_from: composed.mailFrom,
      recipients: composed.recipients,
      due_at: leaving.at,
      why_later: leaving.why,
      chosen: leaving.chosen,
      regardless: !leaving.hours.bind,
      hours_zone: leaving.hours.zone,
      reason: held,
      relay_answer: null,
      leased_by: null,
      leased_until: null,
      automatic: outgoing.automatic,
      queued_by: actor.ref,
      queued_at: tx.now,
      finished_at: null,
    })
    .execute()
  await tx.record({
    kind: "message.queued",
    actor: actor.ref,
    about: { message: id, conversation: conversation.id, ...(queued.contactId ? { contact: queued.contactId } : {}) },
    audience: { inboxes: conversation.inbox_ids },
    data: { due: leaving.at.toISOString(), why: leaving.why, regardless: leaving.regardless, automatic: outgoing.automatic, held },
  })
  return id
}

async function insertOutgoing(
  tx: Tx,
  id: string,
  { conversation, outgoing, contactId, agentId, withHelp = false }: Queued,
  kept: { original: string; size: number },
): Promise<void> {
  await room(tx)
    .insertInto("messages")
    .values({
      id,
      conversation_id: conversation.id,
      direction: "out",
      channel: conversation.channel,
      message_id: outgoing.messageId,
      content_key: null,
      in_reply_to: outgoing.inReplyTo,
      refs: outgoing.references,
      from_name: outgoing.from.name,
      from_address: outgoing.from.address,
      reply_to: JSON.stringify([]),
      to_list: JSON.stringify(outgoing.to),
      cc_list: JSON.stringify(outgoing.cc),
      contact_id: contactId,
      agent_id: agentId,
      subject: outgoing.subject,
      text: outgoing.text,
      new_text: outgoing.text,
      quoted: outgoing.quote?.text ?? "",
      signature: outgoing.signature,
      html: null,
      identity: "verified",
      proof: JSON.stringify({}),
      warnings: [],
      automatic: outgoing.automatic ? "ours" : null,
      bounce: null,
      calendar: JSON.stringify([]),
      original: kept.original,
      size: kept.size,
      sent_at: null,
      received_at: tx.now,
      with_help: withHelp,
    })
    .execute()
  await insertFiles(tx, id, outgoing.files)
  await room(tx).updateTable("conversations").set({ last_message_at: tx.now }).where("id", "=", conversation.id).execute()
}
