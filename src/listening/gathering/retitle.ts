import { sql } from "kysely"
import type { Tx } from "#platform"

/** Gives stories, unless a person did, the headline that was seen first (of those seen at once, what was said first), else the first words of the earliest mention that is left. */
export async function retitle(tx: Tx, storyIds: readonly string[]): Promise<void> {
  if (storyIds.length === 0) return
  await sql`
    update stories s set title = coalesce(h.headline, m.words), title_from = case when h.headline is null then 'words' else 'headline' end
      from unnest(${[...new Set(storyIds)]}::uuid[]) as given (id)
      left join lateral (
        select l.headline from story_headlines l left join story_mentions p on p.mention_id = l.mention_id
         where l.story_id = given.id and l.seen_as = 'title' order by l.first_seen, p.said_at, l.mention_id limit 1
      ) h on true
      left join lateral (
        select case when length(m.text) <= 140 then m.text else regexp_replace(left(m.text, 140), '\\s+\\S*$', '') || '…' end as words
          from story_mentions p join mentions m on m.id = p.mention_id
         where p.story_id = given.id and m.gone_at is null and m.text <> '' order by p.said_at, p.n limit 1
      ) m on true
     where s.id = given.id and s.title_from <> 'person'`.execute(tx.sql)
}
