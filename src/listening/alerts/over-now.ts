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

/** What alarm `a` was called on, posts or people, is what is compared with what was seldom exceeded of it. */
const isOfPeople = sql<boolean>`coalesce(a.evidence ->> 'of' = 'people', false)`

/** Alarms that are over, of those that weren't: as much is said as usual, or nobody listens for it any more. */
export async function overNow(reader: Reader): Promise<{ calm: string[]; unheard: string[] }> {
  return { calm: [...(await watchesOver(reader)), ...(await deskOver(reader))], unheard: await watchesPaused(reader) }
}

/** Of a watch that was paused or removed. */
async function watchesPaused(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ alarm_id: string }>`
    select e.alarm_id from alarm_alerts e join alarms a on a.id = e.alarm_id join watches w on w.id = a.watch_id
     where e.over_at is null and w.state <> 'listening' and a.called_at > ${new Date(reader.now.getTime() - FORGOTTEN)}`.execute(reader.sql)
  return rows.map(({ alarm_id }) => alarm_id)
}

/** What wasn't read is not calm. */
async function watchesOver(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ alarm_id: string }>`
    select e.alarm_id from alarm_alerts e
      join alarms a on a.id = e.alarm_id
      join watch_detectors d on d.watch_id = a.watch_id
      cross join lateral (
        select coalesce(sum(case when ${isOfPeople} then c.people else c.posts end), 0) as said, coalesce(bool_and(coalesce(c.complete, false)), true) as complete from watch_counts c
         where c.watch_id = a.watch_id and c.bucket >= d.through - ${CALM / 1000} * interval '1 second' and c.bucket < d.through) as hour
     where e.over_at is null and a.called_at > ${new Date(reader.now.getTime() - FORGOTTEN)}
       and a.called_at <= d.through - ${CALM / 1000} * interval '1 second'
       and hour.complete and (hour.said / ${IN_AN_HOUR}::real <= (a.evidence ->> 'seldomAbove')::real or ${isCalm})`.execute(reader.sql)
  return rows.map(({ alarm_id }) => alarm_id)
}

/** As far as it was judged: what waits to be taken in isn't. */
async function deskOver(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{
    alarm_id: string
    kind: "inbox" | "topic"
    name: string
    through: Date
    seldom: number
    is_calm: boolean
    of_people: boolean
  }>`
    select e.alarm_id, d.kind, d.name, d.through, (a.evidence ->> 'seldomAbove')::real as seldom, ${isCalm} as is_calm, ${isOfPeople} as of_people from alarm_alerts e
      join alarms a on a.id = e.alarm_id
      join desk_detectors d on d.kind = case when a.inbox_id is null then 'topic' else 'inbox' end and d.name = coalesce(a.inbox_id::text, a.topic)
     where e.over_at is null and a.watch_id is null and a.called_at > ${new Date(reader.now.getTime() - FORGOTTEN)}
       and a.called_at <= d.through - ${CALM / 1000} * interval '1 second'`.execute(reader.sql)
  const over: string[] = []
  for (const { alarm_id, through, seldom, is_calm, of_people, ...subject } of rows) {
    const counts = (await countCustomers(reader, [subject], new Date(through.getTime() - CALM), through)).get(subjectKey(subject))
    const said = [...(counts?.values() ?? [])].reduce((sum, { posts, people }) => sum + (of_people ? people : posts), 0)
    if (is_calm || said / IN_AN_HOUR <= seldom) over.push(alarm_id)
  }
  return over
}
