import { sql } from "kysely"
import { contactOfAddress, noteClues, phonesIn } from "#contacts"
import { agentOfAddress, systemActor } from "#people"
import { type Keys, newId, type Tx } from "#platform"
import { normalAddress } from "./address.ts"
import type { Incoming } from "./channel.ts"
import { findConversation } from "./find-conversation.ts"
import { insertMessage } from "./insert-message.ts"
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
  await sql`update conversations set last_message_at = greatest(last_message_at, ${incoming.receivedAt}) where id = ${conversationId}`.execute(
    tx.sql,
  )
  if (!incoming.automatic) await holdChosenTimes(tx, conversationId)
  if (found.conversationId === null) await noteHints(tx, conversationId, incoming, found.strangerTo)
  const inboxes = await widenInboxes(tx, conversationId, incoming)
  await tx.record({
    kind: "message.received",
    actor: contactId ? `contact:${contactId}` : ACTOR.ref,
    about: { message: messageId, conversation: conversationId, ...(contactId ? { contact: contactId } : {}) },
    audience: { inboxes },
    data: { channel: incoming.channel, automatic: incoming.automatic, first: found.conversationId === null, identity: incoming.identity },
  })
  return { messageId, conversationId, created: true }
}

/** The same arrival, or the same message by another way. Holds the message's key, so that two deliveries at once become one message. */
async function knownAlready(tx: Tx, incoming: Incoming): Promise<{ id: string; conversationId: string } | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${incoming.contentKey ?? incoming.sourceKey}, 4600))`.execute(tx.sql)
  const tables = room(tx)
  const delivered = await tables
    .selectFrom("deliveries as d")
    .innerJoin("messages as m", "m.id", "d.message_id")
    .select(["m.id", "m.conversation_id"])
    .where(
      "d.source_key",
      "in",
      incoming.inboxIds.map((id) => deliveryKey(incoming, id)),
    )
    .executeTakeFirst()
  if (delivered) return { id: delivered.id, conversationId: delivered.conversation_id }
  if (!incoming.contentKey) return null
  const same = await tables
    .selectFrom("messages")
    .select(["id", "conversation_id"])
    .where("content_key", "=", incoming.contentKey)
    .executeTakeFirst()
  return same ? { id: same.id, conversationId: same.conversation_id } : null
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

/**
 * An agent answered from an ordinary mail program, and their domain vouches for it (DMARC): to the customer it is an answer given
 * elsewhere; to us alone it is shown as a note, and nothing of it leaves.
 */
async function fileAgentsMail(
  tx: Tx,
  incoming: Incoming,
  conversationId: string,
  agentId: string,
): Promise<{ messageId: string; conversationId: string }> {
  const customers = await room(tx)
    .selectFrom("participants")
    .select(["address", "contact_id"])
    .where("conversation_id", "=", conversationId)
    .execute()
  const recipients = new Set([...incoming.to, ...incoming.cc].map((person) => normalAddress(person.address)))
  const reached = customers.find((customer) => recipients.has(customer.address))
  const messageId = await insertMessage(tx, conversationId, incoming, {
    direction: reached ? "out" : "in",
    contactId: reached?.contact_id ?? null,
    agentId,
  })
  await recordDelivery(tx, incoming, messageId)
  const inboxes = await widenInboxes(tx, conversationId, incoming)
  await tx.record({
    kind: reached ? "message.answered-elsewhere" : "message.noted-by-mail",
    actor: `agent:${agentId}`,
    about: { message: messageId, conversation: conversationId, agent: agentId },
    audience: { inboxes },
  })
  return { messageId, conversationId }
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

export async function addParticipant(
  tx: Tx,
  conversationId: string,
  address: string,
  contactId: string | null,
  because: "wrote" | "written-to" | "added",
): Promise<void> {
  await room(tx)
    .insertInto("participants")
    .values({ conversation_id: conversationId, address: normalAddress(address), contact_id: contactId, because, since: tx.now })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** One row for each inbox it came to; gives how many are new. */
async function recordDelivery(tx: Tx, incoming: Incoming, messageId: string): Promise<number> {
  const rows = incoming.inboxIds.map((inbox_id) => ({
    id: newId(tx.now),
    message_id: messageId,
    inbox_id,
    source_key: deliveryKey(incoming, inbox_id),
    original: incoming.original,
    envelope: JSON.stringify({ via: incoming.via, ...incoming.envelope }),
    at: incoming.receivedAt,
  }))
  const done = await room(tx)
    .insertInto("deliveries")
    .values(rows)
    .onConflict((oc) => oc.doNothing())
    .returning("id")
    .execute()
  return done.length
}

function deliveryKey(incoming: Incoming, inboxId: string): string {
  return `${incoming.sourceKey}#${inboxId}`
}

/** The agents of every inbox it came to may see the conversation. */
async function widenInboxes(tx: Tx, conversationId: string, incoming: Incoming): Promise<string[]> {
  const tables = room(tx)
  const { inbox_ids } = await tables
    .selectFrom("conversations")
    .select("inbox_ids")
    .where("id", "=", conversationId)
    .executeTakeFirstOrThrow()
  const all = [...new Set([...inbox_ids, ...incoming.inboxIds])]
  if (all.length > inbox_ids.length)
    await tables.updateTable("conversations").set({ inbox_ids: all }).where("id", "=", conversationId).execute()
  return all
}

/** An answer that was to leave at a chosen time asks again: the customer has written meanwhile. */
async function holdChosenTimes(tx: Tx, conversationId: string): Promise<void> {
  await sql`
    update outbox set state = 'held', reason = 'customer-wrote', ask_again = true
    where state = 'ready' and why_later = 'chosen' and due_at > ${tx.now}
      and message_id in (select id from messages where conversation_id = ${conversationId} and direction = 'out')`.execute(tx.sql)
}
