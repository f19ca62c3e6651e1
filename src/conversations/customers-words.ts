import { type RawBuilder, sql } from "kysely"
import type { Reader } from "#platform"

/** The most of one text that is read. */
const LONGEST = 4000

/**
 * What customers wrote, inside a query: message_id, conversation_id, inbox_ids, person and said_at. It was said when it came to its server; or,
 * where it was written long before (a writer's server kept it while we were away), when it was written. Machines' mails are left out.
 */
export function customersWords(from: Date, to: Date): RawBuilder<unknown> {
  return sql`(select * from (
    select m.id as message_id, c.id as conversation_id, c.inbox_ids, coalesce(m.contact_id::text, lower(m.from_address)) as person,
           case when m.sent_at < m.received_at - interval '10 minutes' and m.sent_at > m.received_at - interval '7 days'
                then m.sent_at else m.received_at end as said_at
      from messages m join conversations c on c.id = m.conversation_id
     where m.direction = 'in' and m.agent_id is null and m.automatic is null and m.received_at >= ${from}) as heard
   where said_at >= ${from} and said_at < ${to})`
}

/** What these messages newly say, subject included, by id. */
export async function textsOfMessages(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; text: string }>`
    select id, left(subject || ' ' || new_text, ${LONGEST}) as text from messages where id = any(${[...ids]}::uuid[])`.execute(reader.sql)
  return new Map(rows.map(({ id, text }) => [id, text]))
}
