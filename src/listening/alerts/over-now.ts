import { sql } from "kysely"
import { DAY, HOUR, MINUTE, type Reader } from "#platform"
import { countCustomers, subjectKey } from "../alarms/desk-counts.ts"

/**
 * A surge is over when in a whole hour no more is said than is seldom exceeded; one that stood out for its hour of the day, too, when nothing
 * stands out in that hour.
 */
const CALM = HOUR
/** After that nobody asks any more whether it is. */
export const FORGOTTEN = 7 * DAY
const IN_AN_HOUR = CALM / (5 * MINUTE)

/** What was learnt of alarm `a` by detector `d`. */
const isCalm = sql<boolean>`(coalesce((a.evidence ->> 'ofThisHour')::boolean, false)
                        and coalesce((d.state -> 'posts' ->> 'calm')::int, 0) >= ${IN_AN_HOUR}
                        and coalesce((d.state -> 'people' ->> 'calm')::int, ${IN_AN_HOUR}) >= ${IN_AN_HOUR})`

/** Alarms that are over, of those that weren't. */
export async function overNow(reader: Reader): Promise<string[]> {
  return [...(await watchesOver(reader)), ...(await deskOver(reader))]
}

/** What wasn't read is not calm. */
async function watchesOver(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ alarm_id: string }>`
    select e.alarm_id from alarm_alerts e
      join alarms a on a.id = e.alarm_id
      join watch_detectors d on d.watch_id = a.watch_id
      cross join lateral (
        select coalesce(sum(c.posts), 0) as posts, coalesce(bool_and(coalesce(c.complete, false)), true) as complete from watch_counts c
         where c.watch_id = a.watch_id and c.bucket >= d.through - ${CALM / 1000} * interval '1 second' and c.bucket < d.through) as hour
     where e.over_at is null and a.called_at > ${new Date(reader.now.getTime() - FORGOTTEN)}
       and a.called_at <= d.through - ${CALM / 1000} * interval '1 second'
       and hour.complete and (hour.posts / ${IN_AN_HOUR}::real <= (a.evidence ->> 'seldomAbove')::real or ${isCalm})`.execute(reader.sql)
  return rows.map(({ alarm_id }) => alarm_id)
}

/** As far as it was judged: what waits to be taken in isn't. */
async function deskOver(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ alarm_id: string; kind: "inbox" | "topic"; name: string; through: Date; seldom: number; is_calm: boolean }>`
    select e.alarm_id, d.kind, d.name, d.through, (a.evidence ->> 'seldomAbove')::real as seldom, ${isCalm} as is_calm from alarm_alerts e
      join alarms a on a.id = e.alarm_id
      join desk_detectors d on d.kind = case when a.inbox_id is null then 'topic' else 'inbox' end and d.name = coalesce(a.inbox_id::text, a.topic)
     where e.over_at is null and a.watch_id is null and a.called_at > ${new Date(reader.now.getTime() - FORGOTTEN)}
       and a.called_at <= d.through - ${CALM / 1000} * interval '1 second'`.execute(reader.sql)
  const over: string[] = []
  for (const { alarm_id, through, seldom, is_calm, ...subject } of rows) {
    const counts = (await countCustomers(reader, [subject], new Date(through.getTime() - CALM), through)).get(subjectKey(subject))
    const posts = [...(counts?.values() ?? [])].reduce((sum, count) => sum + count.posts, 0)
    if (is_calm || posts / IN_AN_HOUR <= seldom) over.push(alarm_id)
  }
  return over
}
