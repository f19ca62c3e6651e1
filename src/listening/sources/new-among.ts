import { createHash } from "node:crypto"
import type { Heard } from "./source.ts"

/** So many are remembered: more than a place shows at once. */
const MOST = 1_000

export interface Newness {
  /** New, or changed since. */
  fresh: Heard[]
  /** To be handed in the next time. */
  seen: string[]
  /** Something of it was known: nothing is missing in between. */
  overlaps: boolean
}

/** What of these wasn't there, or was otherwise, the last time: places that show their latest show most of it again. */
export function newAmong(heard: readonly Heard[], seen: readonly string[]): Newness {
  const known = new Set(seen)
  const keys = new Set(seen.map(thingOf))
  const marks = heard.map((each) => [each, markOf(each)] as const)
  return {
    fresh: marks.filter(([, mark]) => !known.has(mark)).map(([each]) => each),
    seen: [...new Set([...marks.map(([, mark]) => mark), ...seen])].slice(0, Math.max(MOST, heard.length)),
    overlaps: marks.some(([, mark]) => keys.has(thingOf(mark))),
  }
}

/** The mark of the thing itself. */
export const thingOf = (mark: string): string => mark.slice(0, KEY)
const KEY = 11

/** A mark of a thing and, after it, of what it says. */
export function markOf({ key, title, text, rating }: Heard): string {
  const hash = (value: string) => createHash("sha256").update(value).digest("base64url").slice(0, KEY)
  return `${hash(key)}${hash([title, text, ...(rating === null ? [] : [rating])].join("\n")).slice(0, 6)}`
}
