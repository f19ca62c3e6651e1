import { sql } from "kysely"
import type { Reader } from "#platform"

export interface SurgeStory {
  id: string
  title: string | null
  posts: number
  people: number
}

/** The stories that most people of a surge speak of. Stories are gathered a moment after what they are made of, so they are asked for when shown. */
export async function storiesOf(reader: Reader, alarm: { watch_id: string | null; since: Date; called_at: Date }): Promise<SurgeStory[]> {
  if (alarm.watch_id === null) return []
  const { rows } = await sql<SurgeStory>`
    select s.id, s.title, count(*)::int as posts, count(distinct w.person)::int as people
      from watch_mentions w join story_mentions p on p.mention_id = w.mention_id join stories s on s.id = p.story_id
     where w.watch_id = ${alarm.watch_id} and w.said_at >= ${alarm.since} and w.said_at < ${alarm.called_at}
     group by 1, 2 order by people desc, posts desc, s.id limit 5`.execute(reader.sql)
  return rows
}
