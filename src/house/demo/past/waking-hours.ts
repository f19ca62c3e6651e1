import { DAY, HOUR } from "#platform"
import type { Random } from "../random.ts"
import { parisHour } from "./paris-hour.ts"

/** The next moment at which the desk answers; through the night where somebody is always there. */
export function atTheDesk(random: Random, at: number, always: boolean): number {
  if (always) return at
  const { hour, weekday } = parisHour(at)
  const closed = weekday === 0 || (weekday === 6 && hour > 17.5)
  if (!closed && hour >= 8.5 && hour < 19) return at
  const days = weekday === 6 && hour >= 17.5 ? 2 : weekday === 0 ? 1 : hour >= 19 ? 1 : 0
  return at + days * DAY + (8.5 - hour) * HOUR + random.next() * 2.2 * HOUR
}

/** People sleep: what would be written at night is written in the morning. */
export function awake(random: Random, at: number): number {
  const { hour } = parisHour(at)
  return hour < 6.5 ? at + (6.5 - hour + random.next() * 3) * HOUR : at
}
