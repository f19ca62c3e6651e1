import { type MessageView, messagesOfConversations } from "#conversations"
import type { Tx } from "#platform"
import { firstWords } from "../first-words.ts"
import { type CaseConversationsTable, room } from "../tables.ts"

export interface Silence {
  began_at: Date
  ended_at: Date | null
  ended_by: string | null
}

export type Known = Omit<CaseConversationsTable, "conversation_id" | "case_id" | "inbox_ids">

/** What the messages of a conversation tell, read from the first to the last. */
export interface ReadBack {
  known: Known | null
  silences: Silence[]
  contactId: string | null
  firstAt: Date | null
  ids: string[]
}

/** Reads a conversation anew, as if its messages had only now been filed one after the other. */
export async function readConversation(tx: Tx, conversationId: string, limit = PAGE): Promise<ReadBack> {
  const messages: MessageView[] = []
  for (let before: { at: Date; id: string } | null = null; ;) {
    const page: MessageView[] = await messagesOfConversations(tx, "en", [conversationId], { limit, ...(before ? { before } : {}) })
    messages.unshift(...page)
    if (page.length < limit) return readMessages(messages)
    before = { at: new Date(page[0]!.receivedAt), id: page[0]!.id }
  }
}

const PAGE = 500

export function readMessages(messages: readonly MessageView[]): ReadBack {
  const silences: Silence[] = []
  let known: Known | null = null
  let contactId: string | null = null
  for (const message of messages) {
    const at = new Date(message.direction === "out" ? (message.sentAt ?? message.receivedAt) : message.receivedAt)
    const before: Known = known ?? {
      last_words: "",
      last_direction: "in",
      last_at: at,
      heard_at: null,
      noted_at: null,
      first_answered_at: null,
    }
    const said = { last_words: firstWords(message.newText), last_at: at }
    const open = silences.find((silence) => silence.ended_at === null)
    if (message.direction === "note") known = { ...before, noted_at: at }
    else if (message.direction === "in") {
      contactId ??= message.from.contactId
      known = { ...before, ...said, last_direction: "in", heard_at: message.automatic === null ? at : before.heard_at }
      if (message.automatic === null && !open) silences.push({ began_at: at, ended_at: null, ended_by: null })
    } else if (message.state === "sent" && message.automatic === null) {
      known = { ...before, ...said, last_direction: "out", first_answered_at: before.first_answered_at ?? at }
      if (open) Object.assign(open, { ended_at: at, ended_by: `message:${message.id}` })
    }
  }
  const firstAt = messages[0] ? new Date(messages[0].receivedAt) : null
  return { known, silences, contactId, firstAt, ids: messages.map(({ id }) => id) }
}

/**
 * Writes what was read. A silence that the messages of this conversation leave open, but that had ended otherwise (answered in another
 * conversation of the case, closed by a person), stays ended.
 */
export async function writeReadBack(
  tx: Tx,
  conversationId: string,
  caseId: string,
  inboxIds: string[],
  read: ReadBack,
  ended: Silence | null,
): Promise<void> {
  const tables = room(tx)
  await tables.deleteFrom("silences").where("conversation_id", "=", conversationId).execute()
  const rows = read.silences.map((silence) =>
    silence.ended_at === null && ended?.ended_at && ended.ended_at >= silence.began_at
      ? { ...silence, ended_at: ended.ended_at, ended_by: ended.ended_by }
      : silence,
  )
  if (rows.length)
    await tables
      .insertInto("silences")
      .values(rows.map((row) => ({ ...row, conversation_id: conversationId, case_id: caseId })))
      .execute()
  await tables.deleteFrom("case_conversations").where("conversation_id", "=", conversationId).execute()
  if (read.known)
    await tables
      .insertInto("case_conversations")
      .values({ ...read.known, conversation_id: conversationId, case_id: caseId, inbox_ids: inboxIds })
      .execute()
}
