import { sql } from "kysely"
import type { Agent } from "#people"
import { DAY, type Reader } from "#platform"
import { seesAllOf } from "../alarms/alarms.ts"
import { storiesOf, type SurgeStory } from "../alarms/stories-of.ts"
import { type Track, trackOf, tracksOf } from "../alarms/tracks.ts"
import { surgeCases } from "./cases/surge-cases.ts"
import type { CalledAlarm } from "./subject.ts"

/** What a mail says of an alarm to one person. */
export interface AlarmFacts {
  alarm: CalledAlarm
  track: Track
  stories: SurgeStory[]
  /** Open cases that belong to it, of those that this person may see. */
  cases: number
  /** Sources that couldn't be read. */
  unread: string[]
}

/** Without words of inboxes that this person doesn't see. */
export async function factsOf(reader: Reader, agent: Agent, alarm: CalledAlarm): Promise<AlarmFacts> {
  const tracks = await tracksOf(reader, [alarm])
  return {
    alarm: seesAllOf(agent, alarm) ? alarm : { ...alarm, evidence: { ...alarm.evidence, words: [] } },
    track: tracks.get(trackOf(alarm)) ?? { called: 0, right: 0, wrong: 0 },
    stories: (await storiesOf(reader, alarm)).slice(0, 3),
    cases: (await surgeCases(agent, reader, alarm, alarm.since, alarm.called_at)).length,
    unread: await unreadSources(reader, alarm),
  }
}

/** Sources that brought the watch something lately and aren't reading. */
async function unreadSources(reader: Reader, { watch_id }: CalledAlarm): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select s.name from watch_sources w join sources s on s.id = w.source_id
     where w.watch_id = ${watch_id} and w.last_at > ${new Date(reader.now.getTime() - 28 * DAY)}
       and s.state <> 'reading' and s.removed_at is null order by w.posts desc limit 10`.execute(reader.sql)
  return rows.map(({ name }) => name)
}
