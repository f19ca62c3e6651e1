import { sql } from "kysely"
import { contactOfAddress, noteClues, phonesIn } from "#contacts"
import { agentOfAddress, systemActor } from "#people"
import { type Keys, newId, type Tx } from "#platform"
import { fileAgentsMail } from "./agents-mail.ts"
import type { Incoming } from "./channel.ts"
import { recordDelivery, widenInboxes } from "./deliveries.ts"
import { knownAlready } from "./known-already.ts"
import { findConversation } from "./find-conversation.ts"
import { holdChosenTimes } from "./hold-chosen-times.ts"
import { insertMessage } from "./insert-message.ts"
import { addParticipant } from "./participants.ts"
import { noteHints } from "./related-hints.ts"
import { room } from "./tables.ts"

export interface Received {
  messageId: string
  conversationId: string
  /** False when this message had been here before, by another delivery. */
  created: boolean
}

const ACTOR = systemActor("intake")

/**
 * Files a message from outside: once for a message however often it is delivered, in the conversation it provably answers or in a new
 * one, with its writer's contact, its original, and the fact that the rooms above build on. One transaction, the caller's.
 */
export async function receive(tx: Tx, keys: Keys, incoming: Incoming): Promise<Received> {
  const known = await knownAlready(tx, incoming)
  if (known) return again(tx, incoming, known)

  const found = await findConversation(tx, keys, incoming)
  const conversationId = found.conversationId ?? (await openConversation(tx, incoming))
  const agent = incoming.identity === "verified" && incoming.from ? await agentOfAddress(tx, incoming.from.address) : null
  if (agent && found.conversationId) return { ...(await fileAgentsMail(tx, incoming, conversationId, agent.id)), created: true }

  const contactId = await contactOfWriter(tx, incoming)
  const messageId = await insertMessage(tx, conversationId, incoming, { direction: "in", contactId, agentId: null })
  await recordDelivery(tx, incoming, messageId)
  if (incoming.from && !incoming.automatic) await addParticipant(tx, conversationId, incoming.from.address, contactId, "wrote")
  if (found.conversationId === null) await noteHints(tx, conversationId, incoming, found.strangerTo)
  const inboxes = found.conversationId === null ? [...incoming.inboxIds] : await goOn(tx, conversationId, incoming)
  await tx.record({
    kind: "message.received",
    actor: contactId ? `contact:${contactId}` : ACTOR.ref,
    about: { message: messageId, conversation: conversationId, ...(contactId ? { contact: contactId } : {}) },
    audience: { inboxes },
    data: { channel: incoming.channel, automatic: incoming.automatic, first: found.conversationId === null, identity: incoming.identity },
  })
  return { messageId, conversationId, created: true }
}

/** What one more message changes in a conversation that was there. Gives the inboxes it belongs to. */
async function goOn(tx: Tx, conversationId: string, incoming: Incoming): Promise<string[]> {
  await sql`update conversations set last_message_at = greatest(last_message_at, ${incoming.receivedAt}) where id = ${conversationId}`.execute(
    tx.sql,
  )
  if (!incoming.automatic) await holdChosenTimes(tx, conversationId)
  return widenInboxes(tx, conversationId, incoming)
}

async function again(tx: Tx, incoming: Incoming, known: { id: string; conversationId: string }): Promise<Received> {
  const fresh = await recordDelivery(tx, incoming, known.id)
  if (fresh > 0) {
    const inboxes = await widenInboxes(tx, known.conversationId, incoming)
    await tx.record({
      kind: "message.delivered-again",
      actor: ACTOR.ref,
      about: { message: known.id, conversation: known.conversationId },
      audience: { inboxes },
      data: { via: incoming.via, inboxes },
    })
  }
  return { messageId: known.id, conversationId: known.conversationId, created: false }
}

async function openConversation(tx: Tx, incoming: Incoming): Promise<string> {
  const id = newId(tx.now)
  await room(tx)
    .insertInto("conversations")
    .values({
      id,
      channel: incoming.channel,
      inbox_ids: incoming.inboxIds,
      subject: incoming.subject,
      case_id: null,
      created_at: tx.now,
      last_message_at: incoming.receivedAt,
    })
    .execute()
  return id
}

async function contactOfWriter(tx: Tx, { from, identity, channel, signature }: Incoming): Promise<string | null> {
  if (!from?.address) return null
  const { contactId } = await contactOfAddress(ACTOR, tx, {
    address: from.address,
    name: from.name,
    verified: identity === "verified" ? "dmarc" : null,
    source: channel,
  })
  const phones = phonesIn(signature)
  if (phones.length) await noteClues(ACTOR, tx, contactId, { phones })
  return contactId
}
