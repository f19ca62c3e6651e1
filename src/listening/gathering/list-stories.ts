import { sql } from "kysely"
import type { Reader } from "#platform"
import { type ListedMention, mentionsByIds } from "../mentions/list-mentions.ts"
import type { Tone } from "../tone/read-tone.ts"
import { gathering, type Story } from "./tables.ts"

export interface StoryFilter {
  watchId?: string
  from?: Date
  to?: Date
  /** So many mentions at least. */
  least: number
  words?: string
}

/** Where a page begins: a time and an id. */
export type StoryPlace = readonly [string, string]

/** Stories, those of which somebody spoke last first. */
export async function listStories(reader: Reader, filter: StoryFilter, limit: number, after: StoryPlace | null): Promise<Story[]> {
  const { watchId, from, to, least, words } = filter
  const titled = words ? await titledSo(reader, words) : null
  const page = await sql<Story>`
    select s.* from stories s
     where s.into_id is null and s.mentions >= ${Math.max(least, 1)}
       ${from ? sql`and s.last_said_at >= ${from}` : sql``} ${to ? sql`and s.first_said_at < ${to}` : sql``}
       ${after ? sql`and (s.last_said_at, s.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
       ${
         titled
           ? sql`and s.id = any(${titled}::uuid[])`
           : words
             ? sql`and (s.title ilike ${like(words)} or exists (select 1 from story_headlines h where h.story_id = s.id and h.headline ilike ${like(words)}))`
             : sql``
       }
       ${
         watchId
           ? sql`and exists (select 1 from story_mentions p join watch_mentions w on w.mention_id = p.mention_id where p.story_id = s.id and w.watch_id = ${watchId})`
           : sql``
       }
     order by s.last_said_at desc, s.id desc limit ${limit}`.execute(reader.sql)
  return page.rows
}

/** The index is asked for no more than so many. */
const FEW = 5_000

/**
 * Stories that are or were titled so, whatever else is asked of them. Null where walking from the latest soon finds a page of them: there are
 * many; or where the index can't say, which knows words by three letters.
 */
async function titledSo(reader: Reader, words: string): Promise<string[] | null> {
  if (!/[\p{L}\p{N}]{3}/u.test(words)) return null
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id from stories where title ilike ${like(words)} union all select story_id from story_headlines where headline ilike ${like(words)}
    ) as titled limit ${FEW + 1}`.execute(reader.sql)
  return rows.length > FEW ? null : rows.map(({ id }) => id)
}

/** Why a mention is in its story. */
export interface Placed {
  mention: ListedMention
  reason: string
  copyOf: string | null
  likeness: number
  shared: string[]
  placedBy: string
  /** As it was read, or as a person says; null: it can’t be read. */
  tone: Tone | null
  isCorrected: boolean
}

/** What is of a story, the latest said first. */
export async function mentionsOfStory(reader: Reader, storyId: string, limit: number, after: StoryPlace | null): Promise<Placed[]> {
  const placed = await gathering(reader)
    .selectFrom("story_mentions as p")
    .innerJoin("mentions as m", "m.id", "p.mention_id")
    .selectAll("p")
    .where("p.story_id", "=", storyId)
    .where("m.gone_at", "is", null)
    .where("m.ours_at", "is", null)
    .$call((query) =>
      after ? query.where(sql<boolean>`(p.said_at, p.mention_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`) : query,
    )
    .orderBy("p.said_at", "desc")
    .orderBy("p.mention_id", "desc")
    .limit(limit)
    .execute()
  const mentions = new Map(
    (
      await mentionsByIds(
        reader,
        placed.map(({ mention_id }) => mention_id),
      )
    ).map((mention) => [mention.id, mention]),
  )
  const tones = await tonesOf(reader, [...mentions.keys()])
  return placed.flatMap(({ mention_id, reason, copy_of: copyOf, likeness, shared, placed_by: placedBy }) => {
    const mention = mentions.get(mention_id)
    const { tone, isCorrected } = tones.get(mention_id) ?? { tone: null, isCorrected: false }
    return mention ? [{ mention, reason, copyOf, likeness, shared, placedBy, tone, isCorrected }] : []
  })
}

/** How each was read, or a person says that it reads. */
async function tonesOf(reader: Reader, mentionIds: readonly string[]): Promise<Map<string, { tone: Tone | null; isCorrected: boolean }>> {
  const { rows } = await sql<{ id: string; tone: Tone | null; is_corrected: boolean }>`
    select r.mention_id as id, coalesce(c.said, r.tone) as tone, c.said is not null as is_corrected
      from mention_readings r
      left join lateral (select said from mention_corrections where mention_id = r.mention_id and about = 'tone' order by n desc limit 1) c on true
     where r.mention_id = any(${[...mentionIds]}::uuid[])`.execute(reader.sql)
  return new Map(rows.map(({ id, tone, is_corrected: isCorrected }) => [id, { tone, isCorrected }]))
}

const like = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`
