import { sql } from "kysely"
import type { Reader } from "#platform"
import { room } from "./tables.ts"

/** A message or note with everything that it can be found by. */
export interface Findable {
  id: string
  conversationId: string
  caseId: string | null
  at: Date
  subject: string
  text: string
  from: string[]
  to: string[]
  attachmentNames: string[]
}

/** Those of these messages that are there. */
export async function messagesForSearch(reader: Reader, messageIds: readonly string[]): Promise<Findable[]> {
  const found = await room(reader)
    .selectFrom("messages as m")
    .innerJoin("conversations as c", "c.id", "m.conversation_id")
    .select([
      "m.id",
      "m.conversation_id",
      "m.received_at",
      "m.subject",
      "m.new_text",
      "m.from_name",
      "m.from_address",
      "m.to_list",
      "m.cc_list",
      "c.case_id",
    ])
    .select(({ selectFrom }) =>
      selectFrom("attachments as a")
        .select(({ fn }) => fn.agg<string[] | null>("array_agg", ["a.name"]).as("names"))
        .whereRef("a.message_id", "=", "m.id")
        .as("names"),
    )
    .where(sql<boolean>`m.id = any(${[...messageIds]}::uuid[])`)
    .execute()
  return found.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    caseId: row.case_id,
    at: row.received_at,
    subject: row.subject,
    text: row.new_text,
    from: [row.from_name, row.from_address].filter(Boolean),
    to: [...row.to_list, ...row.cc_list].flatMap(({ name, address }) => [name, address].filter(Boolean)),
    attachmentNames: row.names ?? [],
  }))
}
