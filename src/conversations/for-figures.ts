import { sql } from "kysely"
import type { Reader } from "#platform"

/** A message as figures count it: what a person wrote, and what has left. */
export interface MessageForFigures {
  direction: "in" | "out"
  channel: string
  agentId: string | null
  at: Date
}

/** The messages of these cases that people wrote, without those of machines and those that haven't left. */
export async function messagesForFigures(reader: Reader, caseIds: readonly string[]): Promise<Map<string, MessageForFigures[]>> {
  const found = await sql<MessageForFigures & { caseId: string }>`
    select c.case_id as "caseId", m.direction, m.channel, m.agent_id as "agentId",
      case when m.direction = 'in' then m.received_at else coalesce(m.sent_at, m.received_at) end as at
    from conversations c join messages m on m.conversation_id = c.id left join outbox o on o.message_id = m.id
    where c.case_id = any(${[...caseIds]}::uuid[]) and m.automatic is null and (m.direction = 'in' or coalesce(o.state, 'sent') = 'sent')`.execute(
    reader.sql,
  )
  const byCase = new Map<string, MessageForFigures[]>()
  for (const { caseId, ...message } of found.rows) {
    const known = byCase.get(caseId)
    if (known) known.push(message)
    else byCase.set(caseId, [message])
  }
  return byCase
}
