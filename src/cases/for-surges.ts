import { type RawBuilder, sql } from "kysely"
import type { Reader } from "#platform"

/** In which case each conversation is, inside a query: conversation_id, case_id, opened_at and tags. Spam is left out. */
export function filedConversations(): RawBuilder<unknown> {
  return sql`(select f.conversation_id, c.id as case_id, c.created_at as opened_at, c.tags
                from case_conversations f join cases c on c.id = f.case_id where c.category <> 'spam')`
}

/** Tags of cases in which something was said since, and when each was first given. */
export async function tagsInUse(reader: Reader, since: Date): Promise<{ name: string; createdAt: Date }[]> {
  const { rows } = await sql<{ name: string; created_at: Date }>`
    select t.name, t.created_at from tags t where t.name in (
      select unnest(c.tags) from cases c where c.last_at > ${since} and c.merged_into is null) order by 1`.execute(reader.sql)
  return rows.map(({ name, created_at }) => ({ name, createdAt: created_at }))
}
