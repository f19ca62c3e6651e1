import { DAY, offsetAt, SECOND } from "#platform"

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

interface Change {
  at: number
  before: number
}

const known = new Map<string, Change[]>()

/** The moments in a year (UTC) at which the offset changes: found by walking days, then halving. */
function changes(zone: string, year: number): Change[] {
  const key = `${zone} ${year}`
  const before = known.get(key)
  if (before) return before
  const found: Change[] = []
  const end = Date.UTC(year + 1, 0)
  for (let day = Date.UTC(year, 0), offset = offsetAt(zone, day); day < end; day += DAY) {
    const next = offsetAt(zone, day + DAY)
    if (next !== offset) found.push({ at: halve(zone, day, day + DAY, offset), before: offset })
    offset = next
  }
  known.set(key, found)
  return found
}

function halve(zone: string, from: number, to: number, offset: number): number {
  let [low, high] = [from, to]
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND
    if (offsetAt(zone, middle) === offset) low = middle
    else high = middle
  }
  return high
}
