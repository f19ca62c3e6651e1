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
  const of = Map.groupBy(heard, ({ key }) => key)
  return heard.map((one) => {
    const all = of.get(one.key) ?? []
    const keys = keysOf(one, all)
    const marks = keys.map((key) => markOf({ ...one, key }))
    const same = marks.findIndex((mark) => known.has(mark))
    // Other words under a title that was seen are its edit.
    const kept = keys[same] ?? keys.find((key, n) => n > 0 && things.has(thingOf(marks[n]!)))
    return { ...one, key: kept ?? shortest(one, all, keys) }
  })
}

/** Its id alone, and with a hash of its title, of all its words, of its date, too. Of those that say the same only the earliest is known without its date. */
function keysOf(one: Heard, all: readonly Heard[]): string[] {
  const withHash = [titleOf, wordsOf, allOf].map((saying) => `${one.key.slice(0, 450)} ${hashOf(saying(one))}`)
  const isLater = all.some((other) => wordsOf(other) === wordsOf(one) && dateOf(other) < dateOf(one))
  return isLater ? withHash.slice(-1) : [one.key, ...withHash.slice(0, -1)]
}

/** The key with as little as tells it from everything else that has its id now. */
function shortest(one: Heard, all: readonly Heard[], keys: readonly string[]): string {
  const others = all.filter((other) => allOf(other) !== allOf(one))
  if (others.length === 0 || keys.length === 1) return keys[0]!
  const isTitled = others.every((other) => titleOf(other) !== titleOf(one) || wordsOf(other) === wordsOf(one))
  return keys[isTitled ? 1 : 2]!
}

const titleOf = ({ title, text }: Heard): string => title || text
const wordsOf = ({ title, text }: Heard): string => `${title ?? ""}\n${text}`
const dateOf = ({ publishedAt }: Heard): string => publishedAt?.toISOString() ?? ""
const allOf = (one: Heard): string => `${wordsOf(one)}\n${dateOf(one)}`

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url")
