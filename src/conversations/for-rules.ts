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

/** The customer's first, or last, message in each of these cases, by case. */
export async function heardInCases(
  reader: Reader,
  caseIds: readonly string[],
  which: "first" | "last",
): Promise<Map<string, MessageForRules>> {
  const order = which === "first" ? sql`asc` : sql`desc`
  const found = await sql<{ case_id: string; id: string }>`
    select k.case_id, h.id from unnest(${[...caseIds]}::uuid[]) as k (case_id)
      cross join lateral (
        select m.id from conversations c join messages m on m.conversation_id = c.id
         where c.case_id = k.case_id and m.direction = 'in' and m.agent_id is null order by m.received_at ${order}, m.id ${order} limit 1) h`.execute(
    reader.sql,
  )
  const caseOf = new Map(found.rows.map(({ id, case_id }) => [id, case_id]))
  const messages = await messagesForRules(reader, [...caseOf.keys()])
  return new Map(messages.map((message) => [caseOf.get(message.id)!, message]))
}
