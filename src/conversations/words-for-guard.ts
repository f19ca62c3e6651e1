import { sql } from "kysely"
import type { Reader } from "#platform"

/** What was written in conversations, by whoever. */
export interface WordsForGuard {
  /** What people wrote to us, with what stands under it, and notes; who wrote it. */
  theirs: { text: string; from: string }[]
  /** What we and machines wrote, and what is quoted in any mail. */
  others: string[]
  /** It is all that was written. */
  isWhole: boolean
}

/** Everything that was written in these conversations, the latest first, to so many signs in all. */
export async function wordsForGuard(reader: Reader, conversationIds: readonly string[], most: number): Promise<WordsForGuard> {
  if (conversationIds.length === 0) return { theirs: [], others: [], isWhole: true }
  const ids = sql`${[...conversationIds]}::uuid[]`
  const found = await sql<{ subject: string; text: string; quoted: string; from: string; is_theirs: boolean; is_whole: boolean }>`
    with texts_of_case as (
      select m.received_at as at, m.subject, concat_ws(E'\n', m.new_text, m.signature) as text, m.quoted, m.from_name as "from",
             m.direction = 'in' and m.automatic is null as is_theirs
        from messages m where m.conversation_id = any(${ids})
      union all
      select n.at, '', n.text, '', '', true from notes n where n.conversation_id = any(${ids})),
    measured as (select *, length(subject) + length(text) + length(quoted) as signs from texts_of_case),
    counted as (select *, sum(signs) over (order by at desc) as so_far from measured)
    select subject, left(text, ${most}) as text, left(quoted, ${most}) as quoted, "from", is_theirs,
           (select max(so_far) <= ${most} from counted) as is_whole
      from counted where so_far - signs < ${most} order by at desc`.execute(reader.sql)
  const theirs = found.rows.filter(({ is_theirs }) => is_theirs)
  const others = found.rows.filter(({ is_theirs }) => !is_theirs)
  return {
    theirs: theirs.map(({ subject, text, from }) => ({ text: `${subject}\n${text}`, from })),
    others: [...others.map(({ subject, text }) => `${subject}\n${text}`), ...found.rows.map(({ quoted }) => quoted)].filter(Boolean),
    isWhole: found.rows[0]?.is_whole ?? true,
  }
}
