import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Message } from "./access.ts"
import type { MessageView } from "./views.ts"

/** Hints stand beside the first message of the conversation that has them. */
export async function relatedOf(reader: Reader, messages: readonly Message[]): Promise<Map<string, MessageView["related"]>> {
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
