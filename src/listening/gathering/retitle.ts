import { sql } from "kysely"
import type { Tx } from "#platform"

/** Gives stories, unless a person did, the headline that was seen first, else the first words of the earliest mention that is left. */
export async function retitle(tx: Tx, storyIds: readonly string[]): Promise<void> {
  if (storyIds.length === 0) return
  await sql`
    update stories s set title = coalesce(h.headline, m.words), title_from = case when h.headline is null then 'words' else 'headline' end
      from unnest(${[...new Set(storyIds)]}::uuid[]) as given (id)
      left join lateral (
        select headline from story_headlines where story_id = given.id and seen_as = 'title' order by first_seen, mention_id limit 1
      ) h on true
      left join lateral (
        select case when length(m.text) <= 140 then m.text else regexp_replace(left(m.text, 140), '\\s+\\S*$', '') || '…' end as words
          from story_mentions p join mentions m on m.id = p.mention_id
         where p.story_id = given.id and m.gone_at is null and m.text <> '' order by p.said_at, p.n limit 1
      ) m on true
     where s.id = given.id and s.title_from <> 'person'`.execute(tx.sql)
}
