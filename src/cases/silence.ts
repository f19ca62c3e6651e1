import { sql } from "kysely"
import type { Tx } from "#platform"

/**
 * The customer wrote, themselves. They wait from their first unanswered word: a second one doesn't begin the waiting again, and one that
 * reaches us late moves its beginning back.
 */
export async function beginSilence(tx: Tx, caseId: string, conversationId: string, at: Date): Promise<void> {
  await sql`
    with earlier as (
      update silences set began_at = least(began_at, ${at}) where conversation_id = ${conversationId} and ended_at is null returning 1
    )
    insert into silences (conversation_id, case_id, began_at)
    select ${conversationId}, ${caseId}, ${at} where not exists (select from earlier)
    on conflict (conversation_id, began_at) do update set ended_at = null, ended_by = null`.execute(tx.sql)
}

/**
 * A human answered: the silence ends in all conversations of the case. Words that came after the answer was written (`writtenAt`) aren't
 * answered by it: the last of them begins the next silence. A silence that had ended because the case was closed, and that no word has followed, was in truth ended by this answer.
 */
export async function endSilences(tx: Tx, caseId: string, answer: { messageId: string; writtenAt: Date; at: Date }): Promise<void> {
  const by = `message:${answer.messageId}`
  await sql`
    update silences s set ended_at = greatest(${answer.at}, began_at), ended_by = ${by}
     where case_id = ${caseId} and began_at <= ${answer.writtenAt}
       and (ended_at is null or ended_by like 'closed:%' and ${LATEST})`.execute(tx.sql)
  await sql`
    insert into silences (conversation_id, case_id, began_at)
    select c.conversation_id, c.case_id, c.heard_at from case_conversations c
     where c.case_id = ${caseId} and c.heard_at > ${answer.writtenAt}
       and not exists (select from silences s where s.conversation_id = c.conversation_id and s.ended_at is null)
    on conflict do nothing`.execute(tx.sql)
}

const LATEST = sql`not exists (select from silences later where later.conversation_id = s.conversation_id and later.began_at > s.began_at)`

/** The case was closed without an answer: somebody decided that none is needed. */
export async function closeSilences(tx: Tx, caseId: string, by: string): Promise<void> {
  await sql`update silences set ended_at = greatest(${tx.now}, began_at), ended_by = ${`closed:${by}`} where case_id = ${caseId} and ended_at is null`.execute(
    tx.sql,
  )
}

/** The case was opened again by a colleague: who had waited when it was closed has waited all along. */
export async function resumeSilences(tx: Tx, caseId: string): Promise<void> {
  await sql`
    update silences s set ended_at = null, ended_by = null
     where case_id = ${caseId} and ended_by like 'closed:%' and ${LATEST}`.execute(tx.sql)
}
