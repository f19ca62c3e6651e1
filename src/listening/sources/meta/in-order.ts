import { createHash } from "node:crypto"
import type { Heard } from "../source.ts"
import type { MetaCursor } from "./meta-cursor.ts"

/** Something that was pushed, of which the place says when. */
export interface Told {
  key: string
  /** Seconds since 1970. */
  at: number
  /** Null: it was taken back. */
  heard: Heard | null
}

/** So many are remembered: what is pushed again comes within hours. */
const MOST = 1_000

export interface InOrder {
  heard: Heard[]
  gone: string[]
  told: MetaCursor["told"]
}

/**
 * What still holds of what was pushed. It may come twice, and the later before the earlier: an edited text isn't undone by its first
 * version, and what was taken back doesn't come again.
 */
export function inOrder(pushed: readonly Told[], before: MetaCursor["told"]): InOrder {
  const known = new Map(before.map(([mark, at, isGone]) => [mark, { at, isGone }]))
  const latest = new Map<string, Told>()
  for (const each of pushed) {
    const mark = createHash("sha256").update(each.key).digest("base64url").slice(0, 16)
    const was = known.get(mark)
    if (was && (was.isGone || each.at < was.at)) continue
    known.delete(mark)
    known.set(mark, { at: each.at, isGone: each.heard === null })
    latest.set(each.key, each)
  }
  const told: MetaCursor["told"] = [...known].map(([mark, { at, isGone }]) => [mark, at, isGone])
  return {
    heard: [...latest.values()].flatMap(({ heard }) => heard ?? []),
    gone: [...latest.values()].flatMap(({ key, heard }) => (heard === null ? [key] : [])),
    told: told.slice(-MOST),
  }
}
