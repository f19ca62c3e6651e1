import { sql } from "kysely"
import { DAY, type Reader } from "#platform"
import type { ListedAlarm } from "./alarms.ts"

/** How far back an alarm's record is counted. */
export const TRACK_DAYS = 90

/** How often alarms of a watch, an inbox or a topic were right, as people said. */
export interface Track {
  called: number
  right: number
  wrong: number
}

type OfOne = Pick<ListedAlarm, "watch_id" | "inbox_id" | "topic">

/** Of what an alarm is, as one text. */
export const trackOf = ({ watch_id, inbox_id, topic }: OfOne): string => watch_id ?? inbox_id ?? `#${topic}`

/** How often each of these was called in the last months, and what people said of it. */
export async function tracksOf(reader: Reader, alarms: readonly OfOne[]): Promise<Map<string, Track>> {
  const since = new Date(reader.now.getTime() - TRACK_DAYS * DAY)
  const only = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))]
  const { rows } = await sql<Track & OfOne>`
    select watch_id, inbox_id, topic, count(*)::int as called,
           count(*) filter (where verdict = 'right')::int as "right", count(*) filter (where verdict = 'wrong')::int as wrong
      from alarms
     where called_at > ${since} and (watch_id = any(${only(alarms.map(({ watch_id }) => watch_id))}::uuid[])
        or inbox_id = any(${only(alarms.map(({ inbox_id }) => inbox_id))}::uuid[])
        or topic = any(${only(alarms.map(({ topic }) => topic))}::text[]))
     group by 1, 2, 3`.execute(reader.sql)
  return new Map(rows.map((row) => [trackOf(row), { called: row.called, right: row.right, wrong: row.wrong }]))
}
