import { type RawBuilder, sql } from "kysely"
import type { Reader } from "#platform"
import { type Tone, TONES } from "../tone/read-tone.ts"
import { type Share, shareOf } from "./voices.ts"
import type { Step } from "./watch-counts.ts"

/** So many people of whom something could be read, and of these how many said something of each tone. Somebody may be among several. */
interface Told extends Record<Tone, number> {
  /** Stories that were spoken of: what at least two mentions tell. */
  stories: number
  read: number
}

export interface ToldOverTime {
  stories: number
  /** People and mentions of which a tone could be read, and mentions of which none could. */
  read: { people: number; posts: number }
  unread: number
  tones: Record<Tone, { people: number; posts: number; share: Share | null }>
  /** Steps in which something was said, the earliest first. */
  items: (Told & { at: Date })[]
}

type Row = Told & { at: Date | null; posts: number; unread: number } & Record<`${Tone}_posts`, number>

/** Of how many stories a watch heard, and in what tone as words were read or people corrected them, by when it was said. */
export async function toldOverTime(reader: Reader, watchId: string, from: Date, to: Date, step: Step, zone: string): Promise<ToldOverTime> {
  const begins = step === "5m" ? sql`date_bin('5 minutes', w.said_at, 'epoch')` : sql`date_trunc(${step}::text, w.said_at, ${zone}::text)`
  const { rows } = await sql<Row>`
    with said as (
      select ${begins} as at, w.person, case when s.mentions >= 2 then s.id end as story, coalesce(c.said, r.tone) as tone
        from watch_mentions w
        left join story_mentions p on p.mention_id = w.mention_id
        left join stories s on s.id = p.story_id
        left join mention_readings r on r.mention_id = w.mention_id
        left join lateral (
          select said from mention_corrections where mention_id = w.mention_id and about = 'tone' order by n desc limit 1) c on true
       where w.watch_id = ${watchId} and w.said_at >= ${from} and w.said_at < ${to})
    select at, count(distinct story)::int as stories, count(distinct person) filter (where tone is not null)::int as read,
           count(tone)::int as posts, (count(*) - count(tone))::int as unread, ${sql.join(TONES.flatMap(columnsOf))}
      from said group by grouping sets ((at), ()) order by at nulls first`.execute(reader.sql)
  const [all, ...items] = rows
  const of = (tone: Tone) => ({
    people: all?.[tone] ?? 0,
    posts: all?.[`${tone}_posts`] ?? 0,
    share: shareOf(all?.[tone] ?? 0, all?.read ?? 0),
  })
  return {
    stories: all?.stories ?? 0,
    read: { people: all?.read ?? 0, posts: all?.posts ?? 0 },
    unread: all?.unread ?? 0,
    tones: { positive: of("positive"), negative: of("negative"), neutral: of("neutral"), mixed: of("mixed") },
    items: items.flatMap(({ at, stories, read, positive, negative, neutral, mixed }) =>
      at ? [{ at, stories, read, positive, negative, neutral, mixed }] : [],
    ),
  }
}

const columnsOf = (tone: Tone): RawBuilder<unknown>[] => [
  sql`count(distinct person) filter (where tone = ${tone})::int as ${sql.ref(tone)}`,
  sql`count(*) filter (where tone = ${tone})::int as ${sql.ref(`${tone}_posts`)}`,
]
