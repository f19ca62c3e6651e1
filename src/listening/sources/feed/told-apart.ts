import { createHash } from "node:crypto"
import { markOf, thingOf } from "../new-among.ts"
import type { Heard } from "../source.ts"

/**
 * Some feeds give many items one id, or no id and one link: what has another title, other words or another date is another thing. A key
 * under which the same words were seen stays, whatever else the feed shows: else all of them come again whenever one joins them or leaves.
 */
export function toldApart(heard: readonly Heard[], seen: readonly string[]): Heard[] {
  const known = new Set(seen)
  const things = new Set(seen.map(thingOf))
  const sayings = heard.map(sayingOf)
  const groups = new Map<string, Group>()
  for (const saying of sayings) addTo(groups, saying)
  return sayings.map((saying) => {
    const group = groups.get(saying.one.key)!
    const keys = keysOf(saying, group)
    const marks = keys.map((key) => markOf({ ...saying.one, key }))
    const same = marks.findIndex((mark) => known.has(mark))
    // Other words under a title that was seen are its edit.
    const kept = keys[same] ?? keys.find((key, n) => n > 0 && things.has(thingOf(marks[n]!)))
    return { ...saying.one, key: kept ?? shortest(saying, group, keys) }
  })
}

interface Saying {
  one: Heard
  title: string
  words: string
  date: string
}

/** Of all that have one id. */
interface Group {
  /** When these words were said first. */
  earliest: Map<string, string>
  /** The words under a title; null: there are several. */
  wordsUnder: Map<string, string | null>
  /** By words and date, how many different things there are. */
  things: Set<string>
}

function addTo(groups: Map<string, Group>, { one, title, words, date }: Saying): void {
  let group = groups.get(one.key)
  if (!group) groups.set(one.key, (group = { earliest: new Map(), wordsUnder: new Map(), things: new Set() }))
  const { earliest, wordsUnder, things } = group
  const before = earliest.get(words)
  if (before === undefined || date < before) earliest.set(words, date)
  wordsUnder.set(title, wordsUnder.has(title) && wordsUnder.get(title) !== words ? null : words)
  things.add(`${words}\n${date}`)
}

/** Its id alone, and with a hash of its title, of all its words, of its date, too. Of those that say the same only the earliest is known without its date. */
function keysOf({ one, title, words, date }: Saying, { earliest }: Group): string[] {
  const withHash = [title, words, `${words}\n${date}`].map((said) => `${one.key.slice(0, 450)} ${hashOf(said)}`)
  return earliest.get(words)! < date ? withHash.slice(-1) : [one.key, ...withHash.slice(0, -1)]
}

/** The key with as little as tells it from everything else that has its id now. */
function shortest({ title }: Saying, { things, wordsUnder }: Group, keys: readonly string[]): string {
  if (things.size === 1 || keys.length === 1) return keys[0]!
  return keys[wordsUnder.get(title) === null ? 2 : 1]!
}

function sayingOf(one: Heard): Saying {
  const { title, text, publishedAt } = one
  return { one, title: title || text, words: `${title ?? ""}\n${text}`, date: publishedAt?.toISOString() ?? "" }
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url")
