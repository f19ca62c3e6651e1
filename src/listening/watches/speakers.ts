import { sql } from "kysely"
import type { Reader } from "#platform"

const SPEAKERS = 10
const PLACES = 8

interface Speaker {
  mentionId: string
  name: string | null
  handle: string | null
  url: string | null
  followers: number | null
  since: Date | null
  posts: number
  lastAt: Date
}

interface Place {
  name: string
  posts: number
  people: number
}

export interface Speakers {
  posts: number
  people: number
  /** Mentions whose author isn't named; people whose account was a month old at most when they spoke. */
  unnamed: number
  newAccounts: number
  /** Mentions that repeat another's words, and by how many people. */
  repeats: { posts: number; people: number }
  /** Who spoke most; of these, whom most follow. */
  speakers: Speaker[]
  sites: Place[]
  languages: Place[]
  countries: Place[]
}

/** Who spoke of what a watch listens for, where, and how much of it repeats somebody else. */
export async function speakersOf(reader: Reader, watchId: string, from: Date, to: Date): Promise<Speakers> {
  const said = sql`
    watch_mentions w join mentions m on m.id = w.mention_id and m.gone_at is null
     where w.watch_id = ${watchId} and w.said_at >= ${from} and w.said_at < ${to}`
  const { rows: sums } = await sql<
    Pick<Speakers, "posts" | "people" | "unnamed" | "newAccounts"> & { repeated: number; repeaters: number }
  >`
    select count(*)::int as posts, count(distinct person)::int as people, count(*) filter (where is_unnamed)::int as unnamed,
           count(distinct person) filter (where is_new)::int as "newAccounts", count(*) filter (where repeats)::int as repeated,
           count(distinct person) filter (where repeats)::int as repeaters
      from (select m.person, m.author_key is null as is_unnamed, m.author_since > m.said_at - interval '30 days' as is_new,
                   m.repost_of is not null or exists (select from story_mentions p where p.mention_id = m.id and p.copy_of is not null) as repeats
              from ${said}) as one`.execute(reader.sql)
  const { rows: speakers } = await sql<Speaker>`
    select * from (
      select distinct on (m.person) m.id as "mentionId", m.author_name as name, m.author_handle as handle, m.author_url as url,
             m.author_followers as followers, m.author_since as since, count(*) over (partition by m.person)::int as posts, m.said_at as "lastAt"
        from ${said} and m.author_key is not null
       order by m.person, m.said_at desc) as one
     order by posts desc, followers desc nulls last, "lastAt" desc limit ${SPEAKERS}`.execute(reader.sql)
  const places = async (column: "site" | "language" | "country"): Promise<Place[]> => {
    const name = column === "language" ? sql`split_part(m.language, '-', 1)` : sql`m.${sql.ref(column)}`
    const { rows } = await sql<Place>`
      select ${name} as name, count(*)::int as posts, count(distinct m.person)::int as people
        from ${said} and ${name} <> '' group by 1 order by people desc, posts desc, name limit ${PLACES}`.execute(reader.sql)
    return rows
  }
  const { repeated = 0, repeaters = 0, ...counted } = sums[0] ?? { posts: 0, people: 0, unnamed: 0, newAccounts: 0 }
  return {
    ...counted,
    repeats: { posts: repeated, people: repeaters },
    speakers,
    sites: await places("site"),
    languages: await places("language"),
    countries: await places("country"),
  }
}
