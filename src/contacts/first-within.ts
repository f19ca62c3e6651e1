import { DAY, MINUTE } from "#platform"
import type { Segment } from "./hour-segments.ts"
import { type Hours, minutesOf } from "./hours.ts"

/** The first moment of a segment that lies in one of the hours. Days are counted on the wall, from 1 January 1970, a Thursday. */
export function firstWithin(hours: readonly Hours[], { from, to, offset }: Segment): number | null {
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
