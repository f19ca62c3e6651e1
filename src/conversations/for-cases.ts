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
  const found = await room(reader)
    .selectFrom("conversations as c")
    .innerJoin("inboxes as i", (join) => join.on(sql<boolean>`i.id = c.inbox_ids[1]`))
    .select(["c.id", "c.channel", "c.inbox_ids", "c.subject", "c.case_id", "i.team_id", "i.language"])
    .where("c.id", "=", conversationId)
    .$if(hold, (rows) => rows.forNoKeyUpdate("c"))
    .executeTakeFirst()
  if (!found) return null
  return {
    id: found.id,
    channel: found.channel,
    inboxIds: found.inbox_ids,
    subject: found.subject,
    caseId: found.case_id,
    teamId: found.team_id,
    language: found.language,
  }
}

/** Files a conversation in a case, or moves it from one to another. */
export async function fileUnder(tx: Tx, conversationId: string, caseId: string): Promise<void> {
  await room(tx).updateTable("conversations").set({ case_id: caseId }).where("id", "=", conversationId).execute()
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
  const found = await room(reader)
    .selectFrom("messages as m")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .innerJoin("inboxes as i", (join) => join.on(sql<boolean>`i.id = c.inbox_ids[1]`))
    .leftJoin("outbox as o", "o.message_id", "m.id")
    .select(["m.id", "m.conversation_id", "m.direction", "m.automatic", "m.contact_id", "m.agent_id", "m.from_name", "m.from_address"])
    .select(["m.subject", "m.new_text", "m.received_at", "m.sent_at", "o.state", "i.language"])
    .where("m.id", "=", messageId)
    .executeTakeFirst()
  if (!found) return null
  return {
    id: found.id,
    conversationId: found.conversation_id,
    direction: found.direction,
    automatic: found.automatic,
    contactId: found.contact_id,
    agentId: found.agent_id,
    fromName: found.from_name,
    fromAddress: found.from_address,
    subject: found.subject,
    newText: found.new_text,
    receivedAt: found.received_at,
    sentAt: found.sent_at,
    state: found.state ?? (found.direction === "in" ? "received" : "sent"),
    language: found.language,
  }
}

/** The conversations filed in these cases, oldest first. */
export async function conversationsOfCases(reader: Reader, caseIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = caseIds.length
    ? await room(reader)
        .selectFrom("conversations")
        .select(["id", "case_id"])
        .where("case_id", "in", [...caseIds])
        .orderBy("created_at")
        .execute()
    : []
  const found = new Map<string, string[]>(caseIds.map((id) => [id, []]))
  for (const { id, case_id } of rows) if (case_id) found.get(case_id)?.push(id)
  return found
}
