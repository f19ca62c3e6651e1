import { DAY, offsetAt, SECOND } from "#platform"

interface Change {
  at: number
  before: number
}

const known = new Map<string, Change[]>()

/** The moments in a year (UTC) at which the offset changes: found by walking days, then halving. */
export function changes(zone: string, year: number): Change[] {
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
