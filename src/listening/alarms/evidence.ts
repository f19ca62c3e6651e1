import { sql } from "kysely"
import { DAY, type Reader } from "#platform"
import { saidOfWatch, wordsSaid } from "../mentions/said-of-watch.ts"
import type { Evidence, Watch } from "../tables.ts"
import { newWords } from "./new-words.ts"

const LOOKED_AT = 500
const SHOWN = 8

/** On what a surge is: how many say it, in which words that weren't usual before, where, and whom most hear. */
export async function gatherEvidence(
  reader: Reader,
  watch: Pick<Watch, "id">,
  since: Date,
  to: Date,
): Promise<Pick<Evidence, "posts" | "people" | "words" | "sites" | "countries" | "mentions">> {
  const now = await saidOfWatch(reader, watch.id, since, to, LOOKED_AT)
  const before = await saidOfWatch(reader, watch.id, new Date(since.getTime() - 7 * DAY), since, LOOKED_AT)
  const sites = new Map<string, number>()
  for (const { site } of now) if (site) sites.set(site, (sites.get(site) ?? 0) + 1)
  return {
    ...(await howMany(reader, watch.id, since, to)),
    words: newWords(now.map(wordsSaid), before.map(wordsSaid)).slice(0, SHOWN),
    sites: [...sites]
      .map(([site, posts]) => ({ site, posts }))
      .toSorted((a, b) => b.posts - a.posts || a.site.localeCompare(b.site))
      .slice(0, SHOWN),
    countries: countriesOf(now),
    mentions: now
      .toSorted((a, b) => (b.author_followers ?? 0) - (a.author_followers ?? 0) || a.said_at.getTime() - b.said_at.getTime())
      .slice(0, SHOWN)
      .map(({ id }) => id),
  }
}

/** By people, so that one who posts a lot doesn't make a country. */
function countriesOf(now: readonly { country: string | null; person: number }[]): { country: string; people: number }[] {
  const known = now.flatMap(({ country, person }) => (country ? [{ country, person }] : []))
  return [...Map.groupBy(known, ({ country }) => country)]
    .map(([country, all]) => ({ country, people: new Set(all.map(({ person }) => person)).size }))
    .toSorted((a, b) => b.people - a.people || a.country.localeCompare(b.country))
    .slice(0, SHOWN)
}

/** All of them, however many were looked at. */
async function howMany(reader: Reader, watchId: string, from: Date, to: Date): Promise<Pick<Evidence, "posts" | "people">> {
  const { rows } = await sql<Pick<Evidence, "posts" | "people">>`
    select count(*)::int as posts, count(distinct person)::int as people from watch_mentions
     where watch_id = ${watchId} and said_at >= ${from} and said_at < ${to}`.execute(reader.sql)
  return rows[0] ?? { posts: 0, people: 0 }
}
