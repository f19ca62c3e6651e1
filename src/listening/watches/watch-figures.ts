import { sql } from "kysely"
import { DAY, type Reader } from "#platform"
import { SURGE } from "../surges/settings.ts"
import type { WatchFigures } from "../views/watch-view.ts"

/** So many five minutes are to be known before an alarm is called. */
const LEARNS = Math.max(SURGE.learns.rows, SURGE.learns.time / SURGE.interval)

/** What is said of each watch in a list: the last day, the latest, and whether it surges. */
export async function watchFigures(reader: Reader, ids: readonly string[]): Promise<Map<string, WatchFigures>> {
  if (ids.length === 0) return new Map()
  const since = new Date(reader.now.getTime() - DAY)
  const { rows } = await sql<{
    id: string
    posts: number
    people: number
    last_at: Date | null
    alarm: string | null
    alarm_since: Date | null
    strength: number | null
    learns_until: Date | null
  }>`
    select given.id, coalesce(day.posts, 0)::int as posts, coalesce(day.people, 0)::int as people, latest.said_at as last_at,
           alarm.id as alarm, alarm.since as alarm_since, alarm.strength,
           learning.until as learns_until
      from unnest(${[...ids]}::uuid[]) as given (id)
      left join lateral (select count(*) as posts, count(distinct person) as people from watch_mentions w
                          where w.watch_id = given.id and w.said_at > ${since}) as day on true
      left join lateral (select said_at from watch_mentions w where w.watch_id = given.id order by said_at desc limit 1) as latest on true
      left join lateral (select id, since, strength from alarms a where a.watch_id = given.id and a.called_at > ${since}
                            and a.verdict is distinct from 'wrong' order by called_at desc limit 1) as alarm on true
      left join lateral (select d.through + (${LEARNS} - (d.state -> 'posts' ->> 'rows')::int) * ${SURGE.interval}::int * interval '1 millisecond' as until
                           from watch_detectors d join watches w on w.id = d.watch_id and w.revision = d.revision
                          where d.watch_id = given.id and (d.state -> 'posts' ->> 'rows')::int < ${LEARNS}) as learning on true`.execute(
    reader.sql,
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        posts: row.posts,
        people: row.people,
        lastAt: row.last_at,
        learnsUntil: row.learns_until,
        alarm: row.alarm && row.alarm_since ? { id: row.alarm, since: row.alarm_since, strength: row.strength ?? 0 } : null,
      },
    ]),
  )
}
