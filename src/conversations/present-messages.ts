import { sql, type Selectable } from "kysely"
import type { Reader } from "#platform"
import { agentNames } from "#people"
import { type Language, say } from "#words"
import type { Message } from "./access.ts"
import type { OutboxRow } from "./outbox.ts"
import { room, type AttachmentsTable, type NotesTable } from "./tables.ts"
import type { MessageView } from "./views.ts"

type Attachment = Selectable<AttachmentsTable>
type Note = Selectable<NotesTable>

/** Messages and notes of these conversations together, by time. Answers that were taken back are left out. */
export async function messagesOfConversations(
  reader: Reader,
  language: Language,
  conversationIds: readonly string[],
  options: { before?: Date; limit?: number } = {},
): Promise<MessageView[]> {
  if (conversationIds.length === 0) return []
  const before = options.before ?? new Date(8.64e15)
  const limit = options.limit ?? 500
  const tables = room(reader)
  const messages = await tables
    .selectFrom("messages as m")
    .selectAll("m")
    .where("m.conversation_id", "in", [...conversationIds])
    .where("m.received_at", "<", before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("outbox as o").select("o.id").whereRef("o.message_id", "=", "m.id").where("o.state", "=", "cancelled"))),
    )
    .orderBy("m.received_at", "desc")
    .orderBy("m.id", "desc")
    .limit(limit)
    .execute()
  const notes = await tables
    .selectFrom("notes")
    .selectAll()
    .where("conversation_id", "in", [...conversationIds])
    .where("at", "<", before)
    .orderBy("at", "desc")
    .limit(limit)
    .execute()
  const views = [...(await presentMessages(reader, language, messages)), ...(await presentNotes(reader, notes))]
  return views.sort((a, b) => (a.receivedAt === b.receivedAt ? (a.id < b.id ? -1 : 1) : a.receivedAt < b.receivedAt ? -1 : 1)).slice(-limit)
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
    related,
  }
}

export async function presentNotes(reader: Reader, notes: readonly Note[]): Promise<MessageView[]> {
  if (notes.length === 0) return []
  const names = await agentNames(
    reader,
    notes.flatMap((note) => (note.agent_id ? [note.agent_id] : [])),
  )
  const cases = await room(reader)
    .selectFrom("conversations")
    .select(["id", "case_id"])
    .where("id", "in", [...new Set(notes.map((note) => note.conversation_id))])
    .execute()
  return notes.map((note) => ({
    id: note.id,
    conversationId: note.conversation_id,
    caseId: cases.find((row) => row.id === note.conversation_id)?.case_id ?? null,
    direction: "note",
    channel: "note",
    messageId: null,
    from: {
      name: note.agent_id ? (names.get(note.agent_id) ?? "") : "",
      address: "",
      identity: "verified",
      contactId: null,
      agentId: note.agent_id,
    },
    to: [],
    cc: [],
    subject: "",
    text: note.text,
    newText: note.text,
    quoted: "",
    signature: "",
    hasHtml: false,
    attachments: [],
    warnings: [],
    identity: "verified",
    proof: {},
    automatic: null,
    bounce: null,
    calendar: [],
    receivedAt: note.at.toISOString(),
    sentAt: null,
    state: "note",
    stateReason: null,
    relayAnswer: null,
    dueAt: null,
    whyLater: null,
    undoUntil: null,
    askAgain: false,
    mentions: note.mentions,
    related: [],
  }))
}

/** Hints stand beside the first message of the conversation that has them. */
async function relatedOf(reader: Reader, messages: readonly Message[]): Promise<Map<string, MessageView["related"]>> {
  const conversations = [...new Set(messages.map((m) => m.conversation_id))]
  const found = await sql<{
    conversation_id: string
    id: string
    related_id: string
    case_id: string | null
    reason: string
    decision: "accepted" | "refused" | null
  }>`
    select h.conversation_id, h.id, h.related_id, c.case_id, h.reason, h.decision
    from related_hints h join conversations c on c.id = h.related_id
    where h.conversation_id = any(${conversations}::uuid[]) order by h.created_at`.execute(reader.sql)
  const first = new Map<string, string>()
  for (const message of [...messages].sort((a, b) => a.received_at.getTime() - b.received_at.getTime())) {
    if (message.direction === "in" && !first.has(message.conversation_id)) first.set(message.conversation_id, message.id)
  }
  const related = new Map<string, MessageView["related"]>()
  for (const row of found.rows) {
    const messageId = first.get(row.conversation_id)
    if (!messageId) continue
    const hint = { hintId: row.id, conversationId: row.related_id, caseId: row.case_id, reason: row.reason, decision: row.decision }
    related.set(messageId, [...(related.get(messageId) ?? []), hint])
  }
  return related
}
