import { DAY, offsetAt } from "#platform"
import { changes } from "./clock-changes.ts"

/** A stretch of time in which a zone's clocks keep the same distance from UTC. Moments and offset in milliseconds. */
export interface Stretch {
  start: number
  end: number
  offset: number
}

/** The stretches of a zone from a moment onwards, without end, none longer than a year. */
export function* stretches(zone: string, from: number): Generator<Stretch, never> {
  let start = from
  for (let year = new Date(from).getUTCFullYear(); ; year++) {
    for (const { at, before } of changes(zone, year)) {
      if (at <= start) continue
      yield { start, end: at, offset: before }
      start = at
    }
    const end = Date.UTC(year + 1, 0)
    if (start < end) yield { start, end, offset: offsetAt(zone, start) }
    start = Math.max(start, end)
  }
}

/**
 * The moment at which clocks of a zone show a date and time (given as if it were UTC). A time that is skipped gives the moment after the
 * skip; a time that comes twice gives the first.
 */
export function momentOf(zone: string, wallClock: number): number {
  for (const { start, end, offset } of stretches(zone, wallClock - 2 * DAY)) {
    const at = wallClock - offset
    if (at < end) return Math.max(at, start)
  }
  throw new Error("the stretches of a zone have no end")
}

/** What clocks of a zone show at a moment, as if it were UTC. */
export function wallClockOf(zone: string, at: number): number {
  return at + offsetAt(zone, at)
}
