import { DAY, offsetAt } from "#platform"

/** A time in which the clocks of a zone don't change: moments from (included) to (excluded), and how far they are ahead of UTC. */
export interface Segment {
  from: number
  to: number
  offset: number
}

/** A time cut where the clocks change. */
export function* segments(zone: string, from: number, to: number): Generator<Segment> {
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
