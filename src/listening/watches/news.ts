import type { Reader } from "#platform"
import { newWords } from "../alarms/new-words.ts"
import { fold } from "../text/fold.ts"
import { room, type Watch } from "../tables.ts"

/** So many of the latest mentions are looked at, now and before. */
const LOOKED = 2000
const MOST_WORDS = 12
const MOST_SITES = 6

export interface News {
  looked: { now: number; before: number }
  words: { word: string; people: number }[]
  sites: { site: string; posts: number; isNew: boolean }[]
}

interface Said {
  title: string | null
  text: string
  site: string | null
  person: number
}

/** Words that many people use in this time and few did in the time of the same length before it, and where it is said. */
export async function newsOf(reader: Reader, watch: Watch, from: Date, to: Date): Promise<News> {
  const now = await latest(reader, watch.id, from, to)
  const before = await latest(reader, watch.id, new Date(from.getTime() - (to.getTime() - from.getTime())), from)
  return { looked: { now: now.length, before: before.length }, words: wordsOf(watch, now, before), sites: sitesOf(now, before) }
}

function latest(reader: Reader, watchId: string, from: Date, to: Date): Promise<Said[]> {
  return room(reader)
    .selectFrom("watch_mentions as w")
    .innerJoin("mentions as m", "m.id", "w.mention_id")
    .select(["m.title", "m.text", "m.site", "w.person"])
    .where("w.watch_id", "=", watchId)
    .where("w.said_at", ">=", from)
    .where("w.said_at", "<", to)
    .where("m.gone_at", "is", null)
    .orderBy("w.said_at", "desc")
    .limit(LOOKED)
    .execute()
}

/** What the query itself looks for is no news. */
function wordsOf({ query }: Watch, now: readonly Said[], before: readonly Said[]): News["words"] {
  const asked = new Set((query.match(/[\p{L}\p{N}]+/gu) ?? []).map(fold))
  return newWords(now.map(saidBy), before.map(saidBy))
    .filter(({ word }) => !asked.has(fold(word)))
    .slice(0, MOST_WORDS)
}

const saidBy = ({ person, title, text }: Said) => ({ person, text: `${title ?? ""} ${text}` })

function sitesOf(now: readonly Said[], before: readonly Said[]): News["sites"] {
  const known = new Set(before.map(({ site }) => site))
  return [...Map.groupBy(now, ({ site }) => site)]
    .flatMap(([site, said]) => (site === null ? [] : [{ site, posts: said.length, isNew: !known.has(site) }]))
    .sort((a, b) => b.posts - a.posts || a.site.localeCompare(b.site))
    .slice(0, MOST_SITES)
}
