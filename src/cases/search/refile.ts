import { sql } from "kysely"
import type { Tx } from "#platform"
import type { SearchTables } from "./tables.ts"

/**
 * When messages or notes come to another conversation (a conversation is cut in two, or put together again), their entries follow.
 * A conversation that comes whole to another case needs nothing: the database sees to it (migrations/0005-cases.sql, entries_follow).
 */
export async function refileMessages(tx: Tx, ids: readonly string[], conversationId: string): Promise<void> {
  await sql`
    update search_entries as e
    set case_id = filed.case_id, conversation_id = ${conversationId}, inbox_ids = filed.inbox_ids
    from case_conversations as filed
    where filed.conversation_id = ${conversationId} and e.id = any(${[...ids]}::uuid[])`.execute(tx.sql)
}

/** Takes messages, notes or cases out of the search: erased, or taken back before they left. */
export async function forgetEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length)
    await tx.sql
      .withTables<SearchTables>()
      .deleteFrom("search_entries")
      .where("id", "in", [...ids])
      .execute()
}
