import { sql } from "kysely"
import { DAY, type Fact, type Subscriber, type Tx } from "#platform"
import { noteSent } from "./note-sent.ts"

const HELPS_AFTER = 7 * DAY

/** What knowledge follows of the rooms below. */
export function knowledgeSubscribers(): [Fact["kind"], Subscriber][] {
  return [
    ["message.queued", noteSent],
    ["message.cancelled", takeBack],
  ]
}

const takeBack: Subscriber = async (tx, { about }) => {
  if (about.message)
    await sql`update article_uses set message_id = null, sent_at = null where message_id = ${about.message}`.execute(tx.sql)
}

/** An answer helped when its case was resolved after it and has stayed so for a week. Called by the clock. */
export async function noteHelped(tx: Tx): Promise<void> {
  await sql`
    update article_uses as u set helped_at = ${tx.now}
    from case_conversations as f join cases as c on c.id = f.case_id
    where f.conversation_id = u.conversation_id and u.sent_at is not null and u.helped_at is null
      and c.category = 'resolved' and c.resolved_at >= u.sent_at
      and c.resolved_at <= ${new Date(tx.now.getTime() - HELPS_AFTER)}`.execute(tx.sql)
}
