import { agentOfAddress, type Actor, type PersonActor, requireRole } from "#people"
import { type Blobs, Invalid, type Keys, type Tx } from "#platform"
import { contactOfAddress } from "#contacts"
import { accessConversation, accessMessage, type Conversation, type Message } from "./access.ts"
import type { Channel, Person } from "./channel.ts"
import { composeReply } from "./compose-reply.ts"
import { removeDraft } from "./drafts.ts"
import { answeringInbox } from "./inboxes.ts"
import { lastMessage } from "./last-message.ts"
import { refuseUnseen } from "./refuse-unseen.ts"
import { queueOutgoing } from "./queue-outgoing.ts"
import { addParticipant } from "./participants.ts"
import { deriveRecipients } from "./recipients.ts"
import { takeUploads } from "./take-uploads.ts"
import { leavingTime } from "./when.ts"

/** What answering needs beside the transaction. */
export interface Sending {
  keys: Keys
  blobs: Blobs
  channels: ReadonlyMap<string, Channel>
  undoSeconds: number
}

export interface Reply {
  text: string
  to?: Person[] | undefined
  cc?: Person[] | undefined
  subject?: string | undefined
  /** Quotes the answered message's words below. */
  quote?: boolean | undefined
  attachmentIds?: string[] | undefined
  answering?: string | undefined
  sendAt?: Date | undefined
  regardlessOfHours?: boolean | undefined
  /** The last message the agent had seen: if the customer wrote since, the agent is asked first. */
  seen?: string | undefined
  /** The last answer of a colleague that the agent knows of and writes after all. */
  knownAnswer?: string | undefined
  /** A machine helped to write it. */
  withHelp?: boolean | undefined
}

/** What a template leaves for a person to fill: ⟦order number⟧. */
const GAP = /⟦[^⟦⟧\n]{0,200}⟧/

/**
 * Queues an answer: recipients derived from the message it answers unless others were chosen, bytes and Message-ID fixed, the leaving
 * time decided by undo, chosen time and the customer's hours. Gives the message's id.
 * @throws Conflict where something was said since that the agent hasn't seen (refuse-unseen.ts); Invalid when there is nobody to write to.
 */
export async function queueReply(actor: PersonActor, tx: Tx, sending: Sending, conversationId: string, reply: Reply): Promise<string> {
  requireRole(actor, "agent")
  const conversation = await accessConversation(actor, tx, conversationId)
  if (!reply.text.trim() && !reply.attachmentIds?.length)
    throw new Invalid("conversations.reply.empty", {}, [{ path: "text", key: "conversations.reply.empty" }])
  if (GAP.test(reply.text)) throw new Invalid("conversations.reply.gap", {}, [{ path: "text", key: "conversations.reply.gap" }])
  await refuseUnseen(actor, tx, conversationId, reply)
  const answering = reply.answering ? await accessMessage(actor, tx, reply.answering) : await lastMessage(tx, conversationId)
  if (answering && answering.conversation_id !== conversationId) throw new Invalid("conversations.reply.otherConversation")
  const people = await chosenPeople(tx, conversation, answering, reply)
  const inbox = await answeringInbox(actor, tx, conversation.inbox_ids)
  const contactId = await addressees(actor, tx, conversation, people)
  const leaving = await leavingTime(tx, contactId, {
    undoSeconds: sending.undoSeconds,
    sendAt: reply.sendAt ?? null,
    regardlessOfHours: reply.regardlessOfHours ?? false,
    timeZone: actor.timeZone,
  })
  const files = await takeUploads(actor, tx, reply.attachmentIds ?? [])
  const outgoing = await composeReply(tx, sending, { actor, conversation, inbox, answering, people, reply, files, at: leaving.at })
  const messageId = await queueOutgoing(actor, tx, sending, {
    conversation,
    outgoing,
    contactId,
    agentId: actor.kind === "agent" ? actor.id : null,
    leaving,
    withHelp: reply.withHelp ?? false,
  })
  if (actor.kind === "agent") await removeDraft(actor, tx, conversationId, "reply")
  return messageId
}

async function chosenPeople(
  tx: Tx,
  conversation: Conversation,
  answering: Message | null,
  reply: Reply,
): Promise<{ to: Person[]; cc: Person[] }> {
  const derived = await deriveRecipients(tx, conversation, answering)
  const people = { to: reply.to ?? derived.to, cc: reply.cc ?? derived.cc }
  if (people.to.length === 0) throw new Invalid("conversations.reply.nobody", {}, [{ path: "to", key: "conversations.reply.nobody" }])
  return people
}

/** Whoever is written to becomes part of the conversation. Gives the contact of the first. */
async function addressees(
  actor: Actor,
  tx: Tx,
  conversation: Conversation,
  people: { to: Person[]; cc: Person[] },
): Promise<string | null> {
  let first: string | null = null
  for (const { name, address } of [...people.to, ...people.cc]) {
    if (await agentOfAddress(tx, address)) continue
    const { contactId } = await contactOfAddress(actor, tx, { address, name, verified: null, source: conversation.channel })
    await addParticipant(tx, conversation.id, address, contactId, "written-to")
    first ??= contactId
  }
  return first
}
