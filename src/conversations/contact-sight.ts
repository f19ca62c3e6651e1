import { type Expression, type SqlBool, sql } from "kysely"
import { mergedIdsOf } from "#contacts"
import type { Reader } from "#platform"

/** Which contacts an actor of some inboxes may know of: those who take part in a conversation there. */
export const contactSight = {
  async contactInInboxes(reader: Reader, contactId: string, inboxIds: readonly string[]): Promise<boolean> {
    const ids = await mergedIdsOf(reader, contactId)
    const found = await sql<{ one: number }>`
      select 1 as one from participants p join conversations c on c.id = p.conversation_id
      where p.contact_id = any(${[...ids]}::uuid[]) and c.inbox_ids && ${[...inboxIds]}::uuid[] limit 1`.execute(reader.sql)
    return found.rows.length > 0
  },

  /** The names within are its own: `contactId` may be a column of a `c` or a `p` outside. */
  inInboxes(contactId: Expression<string>, inboxIds: readonly string[]): Expression<SqlBool> {
    return sql<SqlBool>`exists (
      select 1 from participants as part_seen join conversations as talk_seen on talk_seen.id = part_seen.conversation_id
      where part_seen.contact_id = ${contactId} and talk_seen.inbox_ids && ${[...inboxIds]}::uuid[])`
  },
}
