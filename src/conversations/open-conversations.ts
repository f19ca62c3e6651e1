import { newId, rowsFor, type Tx } from "#platform"
import type { Incoming } from "./channel.ts"
import { CONVERSATION } from "./columns.ts"
import { contactsOfWriters } from "./contacts-of-writers.ts"
import { heard } from "./heard.ts"
import { type Arrival, insertArrivals } from "./insert-message.ts"
import { participantsOf } from "./participants.ts"
import type { Received } from "./receive.ts"
import { noteHints } from "./related-hints.ts"

/** A message that answers nothing here. */
export interface Opening {
  incoming: Incoming
  /** The conversation that it refers to without being part of it. */
  strangerTo: string | null
}

/** Begins a conversation with each of these messages. */
export async function openConversations(tx: Tx, openings: readonly Opening[]): Promise<Map<Incoming, Received>> {
  if (openings.length === 0) return new Map()
  const contacts = await contactsOfWriters(
    tx,
    openings.map(({ incoming }) => incoming),
  )
  const begun = openings.map(({ incoming, strangerTo }, n) => {
    const [id, conversationId] = [newId(tx.now), newId(tx.now)]
    return { id, conversationId, incoming, strangerTo, direction: "in" as const, contactId: contacts[n] ?? null, agentId: null }
  })
  await insertArrivals(tx, begun, [
    rowsFor("conversations", CONVERSATION, begun.map(conversationRow(tx))),
    participantsOf(
      tx,
      begun.flatMap(({ conversationId, contactId, incoming: { from, automatic } }) =>
        from && !automatic ? [{ conversationId, address: from.address, contactId, because: "wrote" as const }] : [],
      ),
    ),
  ])
  await noteHints(tx, begun)
  await tx.record(...begun.map((one) => heard(one, { first: true, inboxes: [...one.incoming.inboxIds] })))
  return new Map(begun.map(({ id, conversationId, incoming }) => [incoming, { messageId: id, conversationId, created: true }]))
}

const conversationRow =
  (tx: Tx) =>
  ({ conversationId, incoming }: Arrival) => ({
    id: conversationId,
    channel: incoming.channel,
    inbox_ids: incoming.inboxIds,
    subject: incoming.subject,
    case_id: null,
    created_at: tx.now,
    last_message_at: incoming.receivedAt,
  })
