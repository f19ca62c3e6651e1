import { sql } from "kysely"
import type { Reader } from "#platform"
import { SIGNS, type SignKind } from "../tone/lexicon.ts"

/** What can be counted of a story, of what is still there. */
export interface StoryFigures {
  people: number
  /** Sites that spoke of it; of those, how many with an article of the press. */
  sites: number
  press: number
  /** Mentions that repeat another's words. */
  copies: number
  /** People whose account was a month old at most. */
  newAccounts: number
  tones: { positive: number; negative: number; neutral: number; mixed: number; unread: number }
  signs: { kind: SignKind; mentions: number; words: string[] }[]
}

interface Counted extends Omit<StoryFigures, "tones" | "signs"> {
  id: string
  positive: number
  negative: number
  neutral: number
  mixed: number
  unread: number
}

/** The figures of each of these; where a person corrected a reading, it is as they say. */
export async function figuresOf(reader: Pick<Reader, "sql">, ids: readonly string[]): Promise<Map<string, StoryFigures>> {
  if (ids.length === 0) return new Map()
  const tone = (name: string) => sql`count(*) filter (where coalesce(c.said, r.tone) = ${name})::int`
  const { rows: counted } = await sql<Counted>`
    select p.story_id as id, count(distinct m.person)::int as people, count(distinct m.site)::int as sites,
           count(distinct m.site) filter (where m.kind = 'article')::int as press,
           count(*) filter (where p.copy_of is not null or p.reason = 'repost')::int as copies,
           count(distinct m.person) filter (where m.author_since > m.said_at - interval '30 days')::int as "newAccounts",
           ${tone("positive")} as positive, ${tone("negative")} as negative, ${tone("neutral")} as neutral, ${tone("mixed")} as mixed,
           count(*) filter (where coalesce(c.said, r.tone) is null)::int as unread
      from story_mentions p
      join mentions m on m.id = p.mention_id
      left join mention_readings r on r.mention_id = m.id
      left join lateral (select said from mention_corrections where mention_id = m.id and about = 'tone' order by n desc limit 1) c on true
     where p.story_id = any(${[...ids]}::uuid[]) and m.gone_at is null group by p.story_id`.execute(reader.sql)
  const signs = await signsOf(reader, ids)
  return new Map(
    counted.map(({ id, positive, negative, neutral, mixed, unread, ...rest }) => [
      id,
      { ...rest, tones: { positive, negative, neutral, mixed, unread }, signs: signs.get(id) ?? [] },
    ]),
  )
}

const WORDS_SHOWN = 8

async function signsOf(reader: Pick<Reader, "sql">, ids: readonly string[]): Promise<Map<string, StoryFigures["signs"]>> {
  const { rows } = await sql<{ id: string; kind: SignKind; mentions: number; words: string[] }>`
    with corrected as (
      select distinct on (c.mention_id, c.about) c.mention_id, c.about, c.said, p.story_id
        from story_mentions p join mention_corrections c on c.mention_id = p.mention_id
       where p.story_id = any(${[...ids]}::uuid[]) and c.about <> 'tone' order by c.mention_id, c.about, c.n desc
    ), signs as (
      select p.story_id, p.mention_id, s.kind, lower(s.words) as words
        from story_mentions p join mention_readings r on r.mention_id = p.mention_id
       cross join lateral jsonb_to_recordset(r.signs) as s (kind text, words text)
       where p.story_id = any(${[...ids]}::uuid[]) and s.kind = any(${[...SIGNS]}::text[])
         and not exists (select 1 from corrected c where c.mention_id = p.mention_id and c.about = s.kind and c.said = 'not-there')
      union select story_id, mention_id, about, null from corrected where said = 'there'
    )
    select story_id as id, kind, count(distinct mention_id)::int as mentions,
           coalesce((array_agg(distinct words) filter (where words is not null))[1:${sql.lit(WORDS_SHOWN)}], '{}') as words
      from signs group by story_id, kind order by mentions desc, kind`.execute(reader.sql)
  const found = new Map<string, StoryFigures["signs"]>()
  for (const { id, ...sign } of rows) found.set(id, [...(found.get(id) ?? []), sign])
  return found
}

/** Those of a story whom most people follow, as far as their sources tell. */
export async function loudestOf(
  reader: Pick<Reader, "sql">,
  storyId: string,
): Promise<{ name: string | null; handle: string | null; followers: number }[]> {
  const { rows } = await sql<{ name: string | null; handle: string | null; followers: number }>`
    select name, handle, followers from (
      select distinct on (m.person) m.author_name as name, m.author_handle as handle, m.author_followers as followers
        from story_mentions p join mentions m on m.id = p.mention_id
       where p.story_id = ${storyId} and m.gone_at is null and m.author_followers > 0 order by m.person, m.author_followers desc
    ) voices order by followers desc limit 5`.execute(reader.sql)
  return rows
}
