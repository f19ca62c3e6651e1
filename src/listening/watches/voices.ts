import { sql } from "kysely"
import type { Reader } from "#platform"
import type { Watch } from "../tables.ts"
import { countWatch } from "./watch-counts.ts"

/** Under so many people a share says more about chance than about anybody. */
const FEWEST = 30

export interface Share {
  value: number
  low: number
  high: number
}

export interface Voices {
  /** Of all these watches together: different people, mentions, and sources that were listened to. */
  people: number
  posts: number
  sources: number
  /** Whether all of these sources were read throughout. */
  complete: boolean
  items: { id: string; name: string; people: number; posts: number; share: Share | null }[]
}

/**
 * Of the different people who spoke of any of these watches, how many spoke of each. People and not mentions: those of one person don't
 * stand for themselves. Somebody may speak of several, so shares don't add up to one.
 */
export async function voicesOf(reader: Reader, watches: readonly Watch[], from: Date, to: Date, zone: string): Promise<Voices> {
  const ids = watches.map(({ id }) => id)
  const { rows } = await sql<{ people: number; posts: number }>`
    select count(distinct person)::int as people, count(distinct mention_id)::int as posts
      from watch_mentions where watch_id = any(${ids}::uuid[]) and said_at >= ${from} and said_at < ${to}`.execute(reader.sql)
  const all = rows[0] ?? { people: 0, posts: 0 }
  const items: Voices["items"] = []
  let complete = true
  const sources = new Set<string>()
  for (const { id, name } of watches) {
    const { items: days, people, posts, sources: ofThis } = await countWatch(reader, id, from, to, "day", zone)
    for (const source of ofThis) sources.add(source)
    complete &&= days.every((day) => day.complete)
    items.push({ id, name, people, posts, share: shareOf(people, all.people) })
  }
  return { ...all, sources: sources.size, complete, items }
}

/** Wilson's score interval, 95 % (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927); null: too few to say. */
export function shareOf(n: number, of: number): Share | null {
  if (of < FEWEST) return null
  const z = 1.959964
  const value = n / of
  const spread = z * Math.sqrt((value * (1 - value)) / of + (z * z) / (4 * of * of))
  const middle = value + (z * z) / (2 * of)
  const scale = 1 + (z * z) / of
  return { value, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}
