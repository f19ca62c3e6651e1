import type { Reader } from "#platform"
import { fold } from "../text/fold.ts"
import { room, type Watch } from "../tables.ts"

/** So many of the latest mentions are looked at, now and before. */
const LOOKED = 2000
const MOST_WORDS = 12
const MOST_SITES = 6
/** A word is news when so many people use it, and so many times more of them than before. */
const FEWEST = 3
const TIMES = 3

export interface News {
  looked: { now: number; before: number }
  words: { word: string; people: number; before: number }[]
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
  return {
    looked: { now: now.length, before: before.length },
    words: before.length > 0 ? newWords(watch, now, before) : [],
    sites: sitesOf(now, before),
  }
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

function newWords({ query }: Watch, now: readonly Said[], before: readonly Said[]): News["words"] {
  const asked = new Set(wordsIn(query).map(fold))
  const [those, these] = [usersOf(before), usersOf(now)]
  const [many, few] = [peopleIn(now), peopleIn(before)]
  return [...these]
    .flatMap(([key, { word, people }]) => {
      const earlier = those.get(key)?.people.size ?? 0
      const times = people.size / many / ((earlier + 0.5) / (few + 1))
      if (people.size < FEWEST || times < TIMES || asked.has(key)) return []
      return [{ word, people: people.size, before: earlier, weight: people.size * Math.log(times) }]
    })
    .sort((a, b) => b.weight - a.weight || a.word.localeCompare(b.word))
    .slice(0, MOST_WORDS)
    .map(({ word, people, before: earlier }) => ({ word, people, before: earlier }))
}

const wordsIn = (text: string): string[] => text.replace(/https?:\/\/\S+/g, " ").match(/[\p{L}\p{N}]{3,40}/gu) ?? []

const peopleIn = (said: readonly Said[]): number => new Set(said.map(({ person }) => person)).size

/** Who uses each word, whatever its case and accents. */
function usersOf(said: readonly Said[]): Map<string, { word: string; people: Set<number> }> {
  const users = new Map<string, { word: string; people: Set<number> }>()
  for (const { title, text, person } of said) {
    for (const word of wordsIn(`${title ?? ""} ${text}`)) {
      const key = fold(word)
      const known = users.get(key)
      if (known) known.people.add(person)
      else users.set(key, { word: word.toLowerCase(), people: new Set([person]) })
    }
  }
  return users
}

function sitesOf(now: readonly Said[], before: readonly Said[]): News["sites"] {
  const known = new Set(before.map(({ site }) => site))
  return [...Map.groupBy(now, ({ site }) => site)]
    .flatMap(([site, said]) => (site === null ? [] : [{ site, posts: said.length, isNew: !known.has(site) }]))
    .sort((a, b) => b.posts - a.posts || a.site.localeCompare(b.site))
    .slice(0, MOST_SITES)
}
