import { z } from "zod"

/** Numbered things that a place listed lately: what is no longer among them was deleted there, what has another version was edited. */
const MOST = 200

/** A number and its version, as the place tells it. */
export type Listing = readonly [id: number, version: string]

/** What was listed before, as a cursor keeps it. */
export const listings = z.array(z.tuple([z.number(), z.string()]))

export interface Listed {
  /** New since the last look, or edited. */
  fresh: ReadonlySet<number>
  /** Listed before, and gone from the middle of what is listed now. */
  gone: number[]
  /** To be handed in the next time. */
  known: Listing[]
}

/** Compares the newest of a place with what it listed the last time. `now` is all that it shows, newest first and without gaps. */
export function compareListed(now: readonly Listing[], known: readonly Listing[]): Listed {
  const shown = new Map(now)
  const before = new Map(known)
  const oldest = Math.min(...shown.keys())
  const gone = now.length === 0 ? [] : known.flatMap(([id]) => (id >= oldest && !shown.has(id) ? [id] : []))
  const still = known.filter(([id]) => !shown.has(id) && !gone.includes(id))
  const kept = [...now, ...still].sort(([a], [b]) => b - a)
  const fresh = now.flatMap(([id, version]) => (before.get(id) === version ? [] : [id]))
  return { fresh: new Set(fresh), gone, known: kept.slice(0, Math.max(MOST, now.length)) }
}
