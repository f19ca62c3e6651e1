import { sql } from "kysely"
import type { Reader, Tx } from "#platform"
import { room } from "./tables.ts"

/** What a case needs to know of a conversation. */
export interface ConversationForCase {
  id: string
  channel: string
  inboxIds: string[]
  subject: string
  caseId: string | null
  /** Team of the inbox it came to. */
  teamId: string | null
  language: "en" | "fr"
}

/** Reads a conversation and, inside a transaction, holds it: two messages of it that are filed at the same moment meet one case. */
export async function conversationForCase(reader: Reader, conversationId: string, hold = false): Promise<ConversationForCase | null> {
  return (await conversationsForCases(reader, [conversationId], hold)).get(conversationId) ?? null
}

/** The same for many, by id. They are held in one order everywhere. */
export async function conversationsForCases(
  reader: Reader,
  conversationIds: readonly string[],
  hold = false,
): Promise<Map<string, ConversationForCase>> {
  const rows = await room(reader)
    .selectFrom("conversations as c")
    .innerJoin("inboxes as i", (join) => join.on(sql<boolean>`i.id = c.inbox_ids[1]`))
    .select(["c.id", "c.channel", "c.inbox_ids", "c.subject", "c.case_id", "i.team_id", "i.language"])
    .where(sql<boolean>`c.id = any(${[...conversationIds]}::uuid[])`)
    .orderBy("c.id")
    .$if(hold, (query) => query.forNoKeyUpdate("c"))
    .execute()
  const found = rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    inboxIds: row.inbox_ids,
    subject: row.subject,
    caseId: row.case_id,
    teamId: row.team_id,
    language: row.language,
  }))
  return new Map(found.map((conversation) => [conversation.id, conversation]))
}

/** Files a conversation in a case, or moves it from one to another. */
export function fileUnder(tx: Tx, conversationId: string, caseId: string): Promise<void> {
  return fileAllUnder(tx, new Map([[conversationId, caseId]]))
}

/** Files conversations in cases: the case of each, by conversation. */
export async function fileAllUnder(tx: Tx, cases: ReadonlyMap<string, string>): Promise<void> {
  await sql`update conversations as c set case_id = filed.case_id
    from unnest(${[...cases.keys()]}::uuid[], ${[...cases.values()]}::uuid[]) as filed (id, case_id) where c.id = filed.id`.execute(tx.sql)
}

/** What a case needs to know of a message. */
export interface MessageForCase {
  id: string
  conversationId: string
  direction: "in" | "out"
  automatic: string | null
  contactId: string | null
  agentId: string | null
  fromName: string
  fromAddress: string
  subject: string
  newText: string
  receivedAt: Date
  sentAt: Date | null
  /** received, or the outbox's state. */
  state: string
  language: "en" | "fr"
}

export async function messageForCase(reader: Reader, messageId: string): Promise<MessageForCase | null> {
  return (await messagesForCases(reader, [messageId])).get(messageId) ?? null
}

/** The same for many, by id. */
export async function messagesForCases(reader: Reader, messageIds: readonly string[]): Promise<Map<string, MessageForCase>> {
  const rows = await room(reader)
    .selectFrom("messages as m")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .innerJoin("inboxes as i", (join) => join.on(sql<boolean>`i.id = c.inbox_ids[1]`))
    .leftJoin("outbox as o", "o.message_id", "m.id")
    .select(["m.id", "m.conversation_id", "m.direction", "m.automatic", "m.contact_id", "m.agent_id", "m.from_name", "m.from_address"])
    .select(["m.subject", "m.new_text", "m.received_at", "m.sent_at", "o.state", "i.language"])
    .where(sql<boolean>`m.id = any(${[...messageIds]}::uuid[])`)
    .execute()
  const found = rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    direction: row.direction,
    automatic: row.automatic,
    contactId: row.contact_id,
    agentId: row.agent_id,
    fromName: row.from_name,
    fromAddress: row.from_address,
    subject: row.subject,
    newText: row.new_text,
    receivedAt: row.received_at,
    sentAt: row.sent_at,
    state: row.state ?? (row.direction === "in" ? "received" : "sent"),
    language: row.language,
  }))
  return new Map(found.map((message) => [message.id, message]))
}

/** The conversations filed in these cases, oldest first. */
export async function conversationsOfCases(reader: Reader, caseIds: readonly string[]): Promise<Map<string, string[]>> {
  const parts = await channelsOfCases(reader, caseIds)
  return new Map([...parts].map(([caseId, conversations]) => [caseId, conversations.map(({ id }) => id)]))
}

/** The conversations of cases, the earliest first, each with the channel that it goes by. */
export async function channelsOfCases(reader: Reader, caseIds: readonly string[]): Promise<Map<string, { id: string; channel: string }[]>> {
  const rows = caseIds.length
    ? await room(reader)
        .selectFrom("conversations")
        .select(["id", "case_id", "channel"])
        .where("case_id", "in", [...caseIds])
        .orderBy("created_at")
        .execute()
    : []
  const found = new Map<string, { id: string; channel: string }[]>(caseIds.map((id) => [id, []]))
  for (const { id, case_id, channel } of rows) if (case_id) found.get(case_id)?.push({ id, channel })
  return found
}
