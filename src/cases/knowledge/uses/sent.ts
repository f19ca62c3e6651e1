import { sql } from "kysely"
import { messageForCase } from "#conversations"
import { DAY, type Fact, type Subscriber, type Tx } from "#platform"
import { plainWords } from "../../search/plain.ts"
import { markupWords } from "../markup/to-text.ts"
import { recordOf } from "../record.ts"

/** An article counts as sent when so many of its words stand in the answer: what was put in and then deleted wasn't sent. */
const ENOUGH = 0.5
const HELPS_AFTER = 7 * DAY

/** What knowledge follows of the rooms below. */
export function knowledgeSubscribers(): [Fact["kind"], Subscriber][] {
  return [
    ["message.queued", noteSent],
    ["message.cancelled", takeBack],
  ]
}

interface Waiting {
  id: string
  article_id: string
  body: string
}

const noteSent: Subscriber = async (tx, { about, actor }) => {
  if (!about.message || !about.conversation) return
  const waiting = await sql<Waiting>`
    select u.id, u.article_id, v.body from article_uses as u
    join article_versions as v on v.article_id = u.article_id and v.language = u.language and v.number = u.number
    where u.conversation_id in (
      select other.conversation_id from case_conversations as this join case_conversations as other on other.case_id = this.case_id
      where this.conversation_id = ${about.conversation}
    ) and u.by_actor = ${actor} and u.message_id is null
      and u.inserted_at > ${new Date(tx.now.getTime() - 14 * DAY)}`.execute(tx.sql)
  if (waiting.rows.length === 0) return
  const message = await messageForCase(tx, about.message)
  const said = new Set(plainWords(message?.newText ?? ""))
  const counted = new Set<string>()
  for (const { id, article_id, body } of waiting.rows) {
    const words = [...new Set(plainWords(markupWords(body)))]
    if (counted.has(article_id) || words.filter((word) => said.has(word)).length < ENOUGH * words.length) continue
    counted.add(article_id)
    await sql`update article_uses set message_id = ${about.message}, sent_at = ${tx.now} where id = ${id}`.execute(tx.sql)
    await recordOf(tx, actor, "article.sent", article_id)
  }
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
