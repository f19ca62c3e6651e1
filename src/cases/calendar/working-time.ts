import { DAY } from "#platform"
import type { Calendar } from "./calendar.types.ts"
import { openingHours } from "./opening-hours.ts"
import { stretches } from "./zone.ts"

/**
 * Working time between two moments, in milliseconds. A moment is working time when the clocks of the calendar's zone show a time in its
 * hours: an hour that comes twice counts twice, an hour that is skipped doesn't count.
 */
export function workingMs(calendar: Calendar, from: Date, to: Date): number {
  const end = to.getTime()
  let total = 0
  for (const span of workingSpans(calendar, from.getTime(), end)) total += Math.min(span.end, end) - span.start
  return total
}

/** The first moment by which so many milliseconds of working time have passed; null when the calendar doesn't open for ten years. */
export function advance(calendar: Calendar, from: Date, ms: number): Date | null {
  if (ms <= 0) return from
  let left = ms
  let patience = from.getTime() + TEN_YEARS
  for (const { start, end } of workingSpans(calendar, from.getTime(), Infinity)) {
    if (start > patience) return null
    if (end - start >= left) return new Date(start + left)
    left -= end - start
    patience = end + TEN_YEARS
  }
  return null
}

const TEN_YEARS = 3653 * DAY

/** Working time in order, from a moment until one; a gap of more than ten years ends it. */
function* workingSpans(calendar: Calendar, from: number, until: number): Generator<{ start: number; end: number }> {
  const hoursOf = openingHours(calendar)
  let last = from
  for (const { start, end, offset } of stretches(calendar.timeZone, from)) {
    if (start >= until || start > last + TEN_YEARS) return
    for (let day = Math.floor((start + offset) / DAY); day * DAY < end + offset; day++) {
      if (day * DAY - offset >= until) return
      for (const [opens, closes] of hoursOf(day)) {
        const span = { start: Math.max(day * DAY + opens - offset, start), end: Math.min(day * DAY + closes - offset, end) }
        if (span.start >= span.end || span.start >= until) continue
        yield span
        last = span.end
      }
    }
  }
}
