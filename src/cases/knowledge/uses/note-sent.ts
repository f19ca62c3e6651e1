import { sql } from "kysely"
import { messageForCase } from "#conversations"
import { DAY, type Subscriber } from "#platform"
import { plainWords } from "../../search/plain.ts"
import { markupWords } from "../markup/to-text.ts"
import { recordOf } from "../record.ts"

/** An article counts as sent when so many of its words stand in the answer: what was put in and then deleted wasn't sent. */
const ENOUGH = 0.5

interface Waiting {
  id: string
  article_id: string
  body: string
}

/** Which articles went out with an answer, told by their words standing in it. */
export const noteSent: Subscriber = async (tx, { about, actor }) => {
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
