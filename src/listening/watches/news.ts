import type { Reader } from "#platform"
import { newWords } from "../alarms/new-words.ts"
import { type SaidOfWatch, saidOfWatch, wordsSaid } from "../mentions/said-of-watch.ts"
import { fold } from "../text/fold.ts"
import type { Watch } from "../tables.ts"

/** So many of the latest mentions are looked at, now and before. */
const LOOKED = 2000
const MOST_WORDS = 12
const MOST_SITES = 6

export interface News {
  looked: { now: number; before: number; isAll: boolean }
  words: { word: string; people: number }[]
  sites: { site: string; posts: number; isNew: boolean }[]
}

/** Words that many people use in this time and few did in the time of the same length before it, and where it is said. */
export async function newsOf(reader: Reader, watch: Watch, from: Date, to: Date): Promise<News> {
  const now = await saidOfWatch(reader, watch.id, from, to, LOOKED)
  const before = await saidOfWatch(reader, watch.id, new Date(from.getTime() - (to.getTime() - from.getTime())), from, LOOKED)
  return {
    looked: { now: now.length, before: before.length, isAll: Math.max(now.length, before.length) < LOOKED },
    words: wordsOf(watch, now, before),
    sites: sitesOf(now, before),
  }
}

/** What the query itself looks for is no news. */
function wordsOf({ query }: Watch, now: readonly SaidOfWatch[], before: readonly SaidOfWatch[]): News["words"] {
  const asked = new Set((query.match(/[\p{L}\p{N}]+/gu) ?? []).map(fold))
  return newWords(now.map(wordsSaid), before.map(wordsSaid))
    .filter(({ word }) => !asked.has(fold(word)))
    .slice(0, MOST_WORDS)
}

function sitesOf(now: readonly SaidOfWatch[], before: readonly SaidOfWatch[]): News["sites"] {
  const known = new Set(before.map(({ site }) => site))
  return [...Map.groupBy(now, ({ site }) => site)]
    .flatMap(([site, said]) => (site === null ? [] : [{ site, posts: said.length, isNew: !known.has(site) }]))
    .sort((a, b) => b.posts - a.posts || a.site.localeCompare(b.site))
    .slice(0, MOST_SITES)
}
