import { sql } from "kysely"
import { idOf, insertMany, type Tx } from "#platform"
import { CONVERSATION, PARTICIPANT } from "./columns.ts"
import { writePastFiles, writePastMessages, type PastMessageRow } from "./history-messages.ts"
import { normalAddress } from "./address.ts"
import type { BounceReport, IdentityState, MessageFile, Person, Proof } from "./channel.ts"

/** A message as it was received or sent, long ago. */
export interface PastMessage {
  /** Its name in the source, unique within its conversation. */
  key: string
  direction: "in" | "out"
  /** When it was received or had left. */
  at: Date
  writtenAt?: Date | null
  from: Person
  to: readonly Person[]
  cc?: readonly Person[]
  replyTo?: readonly Person[]
  /** Who wrote (in) or was written to (out). */
  contactId: string | null
  /** Who answered; with `in`, a colleague's mail that reached the desk alone. */
  agentId?: string | null
  /** The conversation's, unless it has its own. */
  subject?: string
  text: string
  /** What was newly written; all of it, unless said. */
  newText?: string
  quoted?: string
  signature?: string
  /** Sanitised already. */
  html?: string | null
  /** With angle brackets. A customer's answer to an `out` that has one finds this conversation. */
  messageId?: string | null
  inReplyTo?: string | null
  references?: readonly string[]
  contentKey?: string | null
  identity?: IdentityState
  proof?: Proof
  warnings?: readonly string[]
  /** Why it counts as automatic, or null. */
  automatic?: string | null
  bounce?: BounceReport | null
  calendar?: readonly unknown[]
  /** The blob of the exact bytes, with their length. */
  original?: string | null
  size?: number
  /** Their bytes are in the blobs already. */
  files?: readonly MessageFile[]
}

export interface PastNote {
  key: string
  at: Date
  agentId: string | null
  /** `agent:ID`; another actor where the colleague has no account here. */
  author?: string
  text: string
  mentions?: readonly string[]
}

export interface PastConversation {
  key: string
  /** `mail`, unless said. */
  channel?: string
  /** The first is the one answers leave from. */
  inboxIds: readonly string[]
  subject: string
  messages: readonly PastMessage[]
  notes?: readonly PastNote[]
}

/** A conversation of the past with the ids that it has here. */
export interface PlacedConversation extends PastConversation {
  id: string
  messages: readonly (PastMessage & { id: string })[]
  notes: readonly (PastNote & { id: string })[]
}

/** The ids are those of the source's keys, always: what is brought in a second time is recognised. */
export function placeConversation(source: string, conversation: PastConversation): PlacedConversation {
  const { key, messages, notes = [] } = conversation
  const first = beginning(conversation)
  return {
    ...conversation,
    id: idOf(first, source, "conversation", key),
    messages: messages.map((one) => ({ ...one, id: idOf(one.at, source, "message", key, one.key) })),
    notes: notes.map((one) => ({ ...one, id: idOf(one.at, source, "note", key, one.key) })),
  }
}

function beginning({ key, messages, notes = [] }: PastConversation): Date {
  const times = [...messages, ...notes].map(({ at }) => at.getTime())
  if (times.length === 0) throw new Error(`Conversation ${key} has neither message nor note`)
  return new Date(times.reduce((least, time) => Math.min(least, time)))
}

/**
 * Writes conversations of the past with all that was said in them, filed in their cases. Called by the room above, which knows which are
 * there already. Those who wrote or were written to are part of them, so that answers find their way; nothing goes to the outbox, for it
 * left long ago.
 */
export async function fileConversations(
  tx: Tx,
  conversations: readonly { in: PlacedConversation; caseId: string }[],
): Promise<{ messages: number; notes: number }> {
  const rows = conversations.map(({ in: one, caseId }) => ({
    id: one.id,
    channel: one.channel ?? "mail",
    inbox_ids: one.inboxIds,
    subject: one.subject,
    case_id: caseId,
    created_at: beginning(one),
    last_message_at: ending(one),
  }))
  await insertMany(tx, "conversations", CONVERSATION, rows)
  return addToConversations(
    tx,
    conversations.map((one) => one.in),
  )
}

/** Writes messages and notes of the past into conversations that are there. */
export async function addToConversations(
  tx: Tx,
  conversations: readonly PlacedConversation[],
): Promise<{ messages: number; notes: number }> {
  const messages = conversations.flatMap((one) =>
    one.messages.map((message): PastMessageRow => ({
      channel: one.channel ?? "mail",
      conversationId: one.id,
      subject: one.subject,
      ...message,
    })),
  )
  const notes = conversations.flatMap((one) => one.notes.map((note) => ({ conversationId: one.id, ...note })))
  await writePastMessages(tx, messages)
  await writePastFiles(tx, messages)
  await writeNotes(tx, notes)
  await writeParticipants(tx, conversations)
  const answers = messages.flatMap(({ direction, messageId, conversationId }) =>
    direction === "out" && messageId ? [{ message_id: messageId, conversation_id: conversationId }] : [],
  )
  await insertMany(tx, "past_answers", { message_id: "text", conversation_id: "uuid" }, answers, { otherwise: sql`on conflict do nothing` })
  return { messages: messages.length, notes: notes.length }
}

async function writeNotes(tx: Tx, notes: readonly (PastNote & { id: string; conversationId: string })[]): Promise<void> {
  const rows = notes.map((note) => ({
    id: note.id,
    conversation_id: note.conversationId,
    agent_id: note.agentId,
    author: note.author ?? (note.agentId ? `agent:${note.agentId}` : "system:history"),
    text: note.text,
    mentions: note.mentions ?? [],
    at: note.at,
  }))
  const columns = {
    id: "uuid",
    conversation_id: "uuid",
    agent_id: "uuid",
    author: "text",
    text: "text",
    mentions: "uuid[]",
    at: "timestamptz",
  }
  await insertMany(tx, "notes", columns, rows)
}

/** As live: who wrote themselves, and whom we wrote to. Being in copy makes nobody part of it. */
async function writeParticipants(tx: Tx, conversations: readonly PlacedConversation[]): Promise<void> {
  const rows = conversations.flatMap((one) => {
    const known = new Map<string, { conversation_id: string; address: string; contact_id: string | null; because: string; since: Date }>()
    for (const message of one.messages) {
      if (message.automatic || (message.direction === "in" && message.agentId)) continue
      const who = message.direction === "in" ? [message.from] : message.to
      for (const [i, { address }] of who.entries()) {
        const normal = normalAddress(address)
        if (!normal || known.has(normal)) continue
        const because = message.direction === "in" ? "wrote" : "written-to"
        known.set(normal, {
          conversation_id: one.id,
          address: normal,
          contact_id: i === 0 ? message.contactId : null,
          because,
          since: message.at,
        })
      }
    }
    return [...known.values()]
  })
  await insertMany(tx, "participants", PARTICIPANT, rows, { otherwise: sql`on conflict do nothing` })
}

function ending({ messages, notes }: PlacedConversation): Date {
  const times = (messages.length ? messages : notes).map(({ at }) => at.getTime())
  return new Date(times.reduce((most, time) => Math.max(most, time)))
}
