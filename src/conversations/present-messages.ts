import type { Selectable } from "kysely"
import type { Reader } from "#platform"
import { agentNames } from "#people"
import { type Language, say } from "#words"
import type { Message } from "./access.ts"
import { GIVEN_UP } from "./change-outgoing.ts"
import type { OutboxRow } from "./outbox.ts"
import { presentNotes } from "./present-notes.ts"
import { relatedOf } from "./present-related.ts"
import { room, type AttachmentsTable } from "./tables.ts"
import type { MessageView } from "./views.ts"

type Attachment = Selectable<AttachmentsTable>

/** Before every id of its moment. */
const FIRST_ID = "00000000-0000-0000-0000-000000000000"

interface Some {
  /** The last of those before this place, which may lie inside a moment. */
  before?: { at: Date; id?: string }
  /** The first of those after this place. */
  after?: { at: Date; id: string }
  limit?: number
  givenUp?: boolean
}

/**
 * Messages and notes of these conversations together, by time and then by id: the first ones after a place, or the last before one.
 * Answers that were taken back are left out; so are those that were given up, unless they are wanted.
 */
export async function messagesOfConversations(
  reader: Reader,
  language: Language,
  conversationIds: readonly string[],
  { before, after, limit = 500, givenUp = false }: Some = {},
): Promise<MessageView[]> {
  if (conversationIds.length === 0) return []
  const edge = after ?? { at: new Date(8.64e15), id: FIRST_ID, ...before }
  const [beyond, order] = after ? ([">", "asc"] as const) : (["<", "desc"] as const)
  const tables = room(reader)
  const messages = await tables
    .selectFrom("messages as m")
    .selectAll("m")
    .where("m.conversation_id", "in", [...conversationIds])
    .where(({ eb, refTuple, tuple }) => eb(refTuple("m.received_at", "m.id"), beyond, tuple(edge.at, edge.id)))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("outbox as o")
            .select("o.id")
            .whereRef("o.message_id", "=", "m.id")
            .where("o.state", "=", "cancelled")
            .$if(givenUp, (taken) => taken.where("o.reason", "is distinct from", GIVEN_UP)),
        ),
      ),
    )
    .orderBy("m.received_at", order)
    .orderBy("m.id", order)
    .limit(limit)
    .execute()
  const notes = await tables
    .selectFrom("notes")
    .selectAll()
    .where("conversation_id", "in", [...conversationIds])
    .where(({ eb, refTuple, tuple }) => eb(refTuple("at", "id"), beyond, tuple(edge.at, edge.id)))
    .orderBy("at", order)
    .orderBy("id", order)
    .limit(limit)
    .execute()
  const views = [...(await presentMessages(reader, language, messages)), ...(await presentNotes(reader, notes))]
  views.sort((a, b) => (a.receivedAt === b.receivedAt ? (a.id < b.id ? -1 : 1) : a.receivedAt < b.receivedAt ? -1 : 1))
  return after ? views.slice(0, limit) : views.slice(-limit)
}

export async function presentMessages(reader: Reader, language: Language, messages: readonly Message[]): Promise<MessageView[]> {
  if (messages.length === 0) return []
  const ids = messages.map((message) => message.id)
  const tables = room(reader)
  const [attachments, outbox, cases, related, names] = await Promise.all([
    tables.selectFrom("attachments").selectAll().where("message_id", "in", ids).orderBy("position").execute(),
    tables.selectFrom("outbox").selectAll().where("message_id", "in", ids).execute(),
    tables
      .selectFrom("conversations")
      .select(["id", "case_id"])
      .where("id", "in", [...new Set(messages.map((m) => m.conversation_id))])
      .execute(),
    relatedOf(reader, messages),
    agentNames(
      reader,
      messages.flatMap((m) => (m.agent_id ? [m.agent_id] : [])),
    ),
  ])
  const caseOf = new Map(cases.map((row) => [row.id, row.case_id]))
  return messages.map((message) =>
    present(language, message, {
      attachments: attachments.filter((a) => a.message_id === message.id),
      outbox: outbox.find((o) => o.message_id === message.id) ?? null,
      caseId: caseOf.get(message.conversation_id) ?? null,
      related: related.get(message.id) ?? [],
      agentName: message.agent_id ? (names.get(message.agent_id) ?? null) : null,
    }),
  )
}

interface Around {
  attachments: Attachment[]
  outbox: OutboxRow | null
  caseId: string | null
  related: MessageView["related"]
  agentName: string | null
}

function present(language: Language, message: Message, { attachments, outbox, caseId, related, agentName }: Around): MessageView {
  // An agent's mail that reached us alone is for colleagues, like a note.
  const aside = message.direction === "in" && message.agent_id !== null
  return {
    id: message.id,
    conversationId: message.conversation_id,
    caseId,
    direction: aside ? "note" : message.direction,
    channel: message.channel,
    messageId: message.message_id,
    from: {
      name: agentName ?? message.from_name,
      address: message.from_address,
      identity: message.identity,
      contactId: message.direction === "in" && !aside ? message.contact_id : null,
      agentId: message.agent_id,
    },
    to: message.to_list,
    cc: message.cc_list,
    subject: message.subject,
    text: message.text,
    newText: message.new_text,
    quoted: message.quoted,
    signature: message.signature,
    hasHtml: message.html !== null,
    attachments: attachments.map(({ id, name, type, size, inline, content_id }) => ({
      id,
      name,
      type,
      size,
      inline,
      contentId: content_id,
    })),
    warnings: message.warnings.map((code) => ({ code, text: say(language, `warning.${code}`) })),
    identity: message.identity,
    proof: message.proof,
    automatic: message.automatic,
    bounce: message.bounce,
    calendar: message.calendar,
    receivedAt: message.received_at.toISOString(),
    sentAt: message.sent_at?.toISOString() ?? null,
    state: aside ? "note" : (outbox?.state ?? (message.direction === "in" ? "received" : "sent")),
    stateReason: outbox?.reason ?? null,
    relayAnswer: outbox?.relay_answer ?? null,
    dueAt: outbox && outbox.finished_at === null ? outbox.due_at.toISOString() : null,
    whyLater: outbox?.why_later ?? null,
    undoUntil: outbox && (outbox.state === "ready" || outbox.state === "held") ? outbox.due_at.toISOString() : null,
    askAgain: outbox?.ask_again ?? false,
    mentions: [],
    withHelp: message.with_help,
    related,
  }
}
