import { sql } from "kysely"
import type { Reader } from "#platform"
import { room } from "./tables.ts"

/** What an automation rule looks at in a customer's message. */
export interface MessageForRules {
  id: string
  conversationId: string
  caseId: string | null
  subject: string
  text: string
  fromAddress: string
  automatic: boolean
  verified: boolean
  attached: boolean
  language: "en" | "fr"
}

/** Messages by their ids. */
export async function messagesForRules(reader: Reader, messageIds: readonly string[]): Promise<MessageForRules[]> {
  if (messageIds.length === 0) return []
  const rows = await room(reader)
    .selectFrom("messages as m")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .innerJoin("inboxes as i", (join) => join.on(sql<boolean>`i.id = c.inbox_ids[1]`))
    .select([
      "m.id",
      "m.conversation_id",
      "c.case_id",
      "m.subject",
      "m.new_text",
      "m.from_address",
      "m.automatic",
      "m.identity",
      "i.language",
    ])
    .select(sql<boolean>`exists (select from attachments a where a.message_id = m.id and not a.inline)`.as("attached"))
    .where("m.id", "in", [...messageIds])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    caseId: row.case_id,
    subject: row.subject,
    text: row.new_text,
    fromAddress: row.from_address,
    automatic: row.automatic !== null,
    verified: row.identity === "verified",
    attached: row.attached,
    language: row.language,
  }))
}
