import { sql } from "kysely"
import type { Reader } from "#platform"

/** The most of one text that is read. */
const LONGEST = 4000

/** What people newly wrote to us in these conversations, and what was noted there: the latest first. Ours, and what machines write, is left out. */
export async function wordsForTies(
  reader: Reader,
  conversationIds: readonly string[],
  limit: number,
): Promise<{ at: Date; subject: string; text: string; from: string }[]> {
  if (conversationIds.length === 0) return []
  const ids = sql`${[...conversationIds]}::uuid[]`
  const found = await sql<{ at: Date; subject: string; text: string; from: string }>`
    (select m.received_at as at, m.subject, left(m.new_text, ${LONGEST}) as text, m.from_name as "from" from messages m
      where m.conversation_id = any(${ids}) and m.direction = 'in' and m.automatic is null order by m.received_at desc limit ${limit})
    union all
    (select n.at, '', left(n.text, ${LONGEST}), '' from notes n where n.conversation_id = any(${ids}) order by n.at desc limit ${limit})
    order by at desc limit ${limit}`.execute(reader.sql)
  return found.rows
}
