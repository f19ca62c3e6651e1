import { sql } from "kysely"
import type { Reader } from "#platform"
import { type ListedMention, mentionsByIds } from "./list-mentions.ts"

const SHOWN = 5

/** Who speaks, as far as we heard them, and who repeats what they said. */
export interface Spread {
  person: {
    /** Whether the author is named; otherwise the site counts as one who speaks. */
    isNamed: boolean
    posts: number
    sites: number
    watches: number
    firstAt: Date
    lastAt: Date
    /** The latest others. */
    items: ListedMention[]
  }
  repeats: { posts: number; people: number; sites: number; followers: number; items: ListedMention[] }
}

/** What else the same person said, and mentions that pass this one on or repeat its words. */
export async function spreadOf(reader: Reader, { id, person, author_key, source_id, key, url }: ListedMention): Promise<Spread> {
  const { rows: sums } = await sql<{ posts: number; sites: number; watches: number; first_at: Date; last_at: Date }>`
    select count(*)::int as posts, count(distinct m.site)::int as sites, min(m.said_at) as first_at, max(m.said_at) as last_at,
           (select count(distinct w.watch_id)::int from watch_mentions w join mentions o on o.id = w.mention_id
             where o.person = ${person} and o.gone_at is null) as watches
      from mentions m where m.person = ${person} and m.gone_at is null`.execute(reader.sql)
  const { rows: others } = await sql<{ id: string }>`
    select id from mentions where person = ${person} and gone_at is null and id <> ${id} order by said_at desc limit ${SHOWN}`.execute(
    reader.sql,
  )
  const { rows: repeats } = await sql<{ id: string; person: number; site: string | null; followers: number | null }>`
    select m.id, m.person, m.site, m.author_followers as followers from mentions m
      join (select mention_id from story_mentions where copy_of = ${id}
            union select id from mentions where source_id = ${source_id} and repost_of in (${key}, ${url ?? key})) as repeated on repeated.mention_id = m.id
     where m.id <> ${id} and m.gone_at is null and m.ours_at is null
     order by m.author_followers desc nulls last, m.said_at limit 2000`.execute(reader.sql)
  const [{ posts, sites, watches, first_at, last_at }] = sums as [(typeof sums)[number]]
  const loudest = new Map(repeats.map((one) => [one.person, one.followers ?? 0]))
  return {
    person: {
      isNamed: author_key !== null,
      posts,
      sites,
      watches,
      firstAt: first_at,
      lastAt: last_at,
      items: await mentionsByIds(
        reader,
        others.map((one) => one.id),
      ),
    },
    repeats: {
      posts: repeats.length,
      people: loudest.size,
      sites: new Set(repeats.flatMap(({ site }) => site ?? [])).size,
      followers: [...loudest.values()].reduce((sum, n) => sum + n, 0),
      items: await mentionsByIds(
        reader,
        repeats.slice(0, SHOWN).map((one) => one.id),
      ),
    },
  }
}
