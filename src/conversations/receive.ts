import { sql } from "kysely"
import { agentOfAddress } from "#people"
import { type Keys, newId, type Tx } from "#platform"
import { fileAgentsMail } from "./agents-mail.ts"
import type { Incoming } from "./channel.ts"
import { contactsOfWriters } from "./contacts-of-writers.ts"
import { recordDelivery, widenInboxes } from "./deliveries.ts"
import { findConversation } from "./find-conversation.ts"
import { heard, INTAKE } from "./heard.ts"
import { holdChosenTimes } from "./hold-chosen-times.ts"
import { insertArrivals } from "./insert-message.ts"
import { keyOf, type Known, knownAlready } from "./known-already.ts"
import { type Opening, openConversations } from "./open-conversations.ts"
import { addParticipant } from "./participants.ts"

export interface Received {
  messageId: string
  conversationId: string
  /** False when this message had been here before, by another delivery. */
  created: boolean
}

/**
 * Files a message from outside: once for a message however often it is delivered, in the conversation it provably answers or in a new
 * one, with its writer's contact, its original, and the fact that the rooms above build on. One transaction, the caller's.
 */
export async function receive(tx: Tx, keys: Keys, incoming: Incoming): Promise<Received> {
  const [received] = await receiveAll(tx, keys, [incoming])
  return received!
}

/** The same for several, as if they came one after the other. Those that begin a conversation are written together. */
export async function receiveAll(tx: Tx, keys: Keys, incomings: readonly Incoming[]): Promise<Received[]> {
  const once = incomings.filter((one, n) => incomings.findIndex((other) => keyOf(other) === keyOf(one)) === n)
  const done = new Map<Incoming, Received>()
  const opening: Opening[] = []
  const known = await knownAlready(tx, once)
  for (const [n, incoming] of once.entries()) {
    const before = known[n]
    if (before) {
      done.set(incoming, await again(tx, incoming, before))
      continue
    }
    const found = await findConversation(tx, keys, incoming)
    if (found.conversationId === null) opening.push({ incoming, strangerTo: found.strangerTo })
    else done.set(incoming, await goOn(tx, incoming, found.conversationId))
  }
  for (const [incoming, received] of await openConversations(tx, opening)) done.set(incoming, received)
  const repeated = incomings.filter((incoming) => !done.has(incoming))
  if (repeated.length > 0) for (const [n, received] of (await receiveAll(tx, keys, repeated)).entries()) done.set(repeated[n]!, received)
  return incomings.map((incoming) => done.get(incoming)!)
}

/** One more message in a conversation that was there. */
async function goOn(tx: Tx, incoming: Incoming, conversationId: string): Promise<Received> {
  const agent = incoming.identity === "verified" && incoming.from ? await agentOfAddress(tx, incoming.from.address) : null
  if (agent) return { ...(await fileAgentsMail(tx, incoming, conversationId, agent.id)), created: true }
  const [contactId = null] = await contactsOfWriters(tx, [incoming])
  const arrival = { id: newId(tx.now), conversationId, incoming, direction: "in" as const, contactId, agentId: null }
  await insertArrivals(tx, [arrival])
  if (incoming.from && !incoming.automatic) await addParticipant(tx, conversationId, incoming.from.address, contactId, "wrote")
  await sql`update conversations set last_message_at = greatest(last_message_at, ${incoming.receivedAt}) where id = ${conversationId}`.execute(
    tx.sql,
  )
  if (!incoming.automatic) await holdChosenTimes(tx, conversationId)
  await tx.record(heard(arrival, { first: false, inboxes: await widenInboxes(tx, conversationId, incoming) }))
  return { messageId: arrival.id, conversationId, created: true }
}

async function again(tx: Tx, incoming: Incoming, known: Known): Promise<Received> {
  const fresh = await recordDelivery(tx, incoming, known.id)
  if (fresh > 0) {
    const inboxes = await widenInboxes(tx, known.conversationId, incoming)
    await tx.record({
      kind: "message.delivered-again",
      actor: INTAKE.ref,
      about: { message: known.id, conversation: known.conversationId },
      audience: { inboxes },
      data: { via: incoming.via, inboxes },
    })
  }
  return { messageId: known.id, conversationId: known.conversationId, created: false }
}
