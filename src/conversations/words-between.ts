import { sql } from "kysely"
import type { Reader } from "#platform"

/** The most of one text that is read. */
const LONGEST = 4000

/** What people newly wrote to us between two moments, subject included: the latest first. Ours, and what machines write, is left out. */
export async function wordsBetween(
  reader: Reader,
  from: Date,
  to: Date,
  limit: number,
): Promise<{ conversationId: string; at: Date; text: string }[]> {
  const found = await sql<{ conversation_id: string; at: Date; text: string }>`
    select m.conversation_id, m.received_at as at, left(m.subject || ' ' || m.new_text, ${LONGEST}) as text from messages m
     where m.direction = 'in' and m.agent_id is null and m.automatic is null and m.received_at >= ${from} and m.received_at < ${to}
     order by m.received_at desc limit ${limit}`.execute(reader.sql)
  return found.rows.map(({ conversation_id, at, text }) => ({ conversationId: conversation_id, at, text }))
}
