import { DAY, MINUTE, offsetAt } from "#platform"
import { type Hours, minutesOf, type Wishes } from "./hours.ts"

/** Long enough that a weekly hour that the clocks skip one Sunday is met on the next. */
const HORIZON = 16

/**
 * The first moment, not before `from`, at which somebody wishes to be reached: one at which the clock on their wall shows an hour
 * of theirs. Where clocks go forward the hours they skip don't exist that day; where they go back the repeated ones count twice.
 * Nothing said about hours: at once.
 * @param fallbackZone where they gave hours without a time zone
 */
export function nextAllowedMoment(wishes: Pick<Wishes, "hours" | "timeZone"> | null, from: Date, fallbackZone: string): Date {
  if (!wishes || wishes.hours.length === 0) return from
  const zone = wishes.timeZone ?? fallbackZone
  for (const segment of segments(zone, from.getTime(), from.getTime() + HORIZON * DAY)) {
    const found = firstWithin(wishes.hours, segment)
    if (found !== null) return new Date(found)
  }
  throw new RangeError("These hours never come: they were not checked before they were kept")
}

/** A time in which the clocks of a zone don't change: moments from (included) to (excluded), and how far they are ahead of UTC. */
interface Segment {
  from: number
  to: number
  offset: number
}

function* segments(zone: string, from: number, to: number): Generator<Segment> {
  let start = from
  let offset = offsetAt(zone, from)
  for (let day = from; day < to; day += DAY) {
    const next = Math.min(day + DAY, to)
    const later = offsetAt(zone, next)
    if (later === offset) continue
    const change = changeBetween(zone, day, next, offset)
    yield { from: start, to: change, offset }
    start = change
    offset = later
  }
  yield { from: start, to, offset }
}

/** The second in which the clocks change. Two changes within a day happen nowhere. */
function changeBetween(zone: string, before: number, after: number, offset: number): number {
  let low = Math.floor(before / 1000)
  let high = Math.ceil(after / 1000)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle * 1000) === offset) low = middle
    else high = middle
  }
  return high * 1000
}

/** The first moment of a segment that lies in one of the hours. Days are counted on the wall, from 1 January 1970, a Thursday. */
function firstWithin(hours: readonly Hours[], { from, to, offset }: Segment): number | null {
  const lastDay = Math.floor((to + offset) / DAY)
  // From the day before: its hours may reach over midnight.
  for (let day = Math.floor((from + offset) / DAY) - 1; day <= lastDay; day++) {
    let first: number | null = null
    for (const span of hours) {
      if (!span.days.includes(((day + 3) % 7) + 1)) continue
      const [begins, ends] = minutes(span)
      const start = Math.max(day * DAY + begins * MINUTE - offset, from)
      const end = Math.min(day * DAY + ends * MINUTE - offset, to)
      if (start < end && (first === null || start < first)) first = start
    }
    if (first !== null) return first
  }
  return null
}

function minutes(span: Hours): [number, number] {
  const from = minutesOf(span.from) ?? 0
  const to = minutesOf(span.to) ?? 0
  return [from, to > from ? to : to + 1440]
}
