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

export async function messageForSearch(reader: Reader, messageId: string): Promise<Findable | null> {
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
    .where("m.id", "=", messageId)
    .executeTakeFirst()
  if (!found) return null
  return {
    id: found.id,
    conversationId: found.conversation_id,
    caseId: found.case_id,
    at: found.received_at,
    subject: found.subject,
    text: found.new_text,
    from: [found.from_name, found.from_address].filter(Boolean),
    to: [...found.to_list, ...found.cc_list].flatMap(({ name, address }) => [name, address].filter(Boolean)),
    attachmentNames: found.names ?? [],
  }
}
