import { type RawBuilder, sql } from "kysely"
import type { Tx } from "#platform"

/** Entries follow their messages when these are filed in another case: two cases made one, a conversation split off, or either undone. */
export async function refileConversation(tx: Tx, conversationId: string, fromCaseId: string, toCaseId: string): Promise<void> {
  await refile(tx, sql`e.case_id = ${fromCaseId} and e.conversation_id = ${conversationId}`, sql`e.conversation_id`, toCaseId)
}

/** The same for some messages and notes, which may have come to another conversation with it. */
export async function refileMessages(tx: Tx, ids: readonly string[], conversationId: string, toCaseId: string): Promise<void> {
  await refile(tx, sql`e.id = any(${[...ids]}::uuid[])`, sql`${conversationId}::uuid`, toCaseId)
}

async function refile(tx: Tx, which: RawBuilder<unknown>, conversation: RawBuilder<unknown>, toCaseId: string): Promise<void> {
  await sql`
    update search_entries as e
    set case_id = c.id, conversation_id = ${conversation}, inbox_ids = c.inbox_ids,
      words = ts_delete(e.words, search_inbox_marks(e.inbox_ids)) || array_to_tsvector(search_inbox_marks(c.inbox_ids))
    from cases as c where c.id = ${toCaseId} and ${which}`.execute(tx.sql)
}

/** Takes messages, notes or cases out of the search: erased, or taken back before they left. */
export async function forgetEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from search_entries where id = any(${[...ids]}::uuid[])`.execute(tx.sql)
}
