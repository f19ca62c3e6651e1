import { sql } from "kysely"
import type { Reader } from "#platform"

/** What an article was good for. */
export interface Counts {
  /** Cases and colleagues that it was shown to. */
  shown: number
  inserted: number
  sent: number
  /** Sent in a case that then stayed resolved for a week. */
  helped: number
  /** What readers of the public page said. */
  yes: number
  no: number
}

export const NO_COUNTS: Counts = { shown: 0, inserted: 0, sent: 0, helped: 0, yes: 0, no: 0 }

export async function countsOf(reader: Reader, articleIds: readonly string[]): Promise<Map<string, Counts>> {
  if (articleIds.length === 0) return new Map()
  const found = await sql<Counts & { id: string }>`
    select a.id,
      (select count(*)::int from article_shown as s where s.article_id = a.id) as shown,
      u.inserted, u.sent, u.helped, v.yes, v.no
    from unnest(${[...articleIds]}::uuid[]) as a (id)
    cross join lateral (select count(*)::int as inserted, count(sent_at)::int as sent, count(helped_at)::int as helped
      from article_uses where article_id = a.id) as u
    cross join lateral (select count(*) filter (where useful)::int as yes, count(*) filter (where not useful)::int as no
      from article_votes where article_id = a.id) as v`.execute(reader.sql)
  return new Map(found.rows.map(({ id, ...counts }) => [id, counts]))
}
