import { DAY, HOUR, MINUTE } from "#platform"
import type { Random } from "../random.ts"
import type { Season } from "../speech/topic.ts"
import { parisHour } from "./paris-hour.ts"

/** How much is written about a kind of thing on a day, 1 being an ordinary one. */
export function seasonal(season: Season, at: number): number {
  const { month, day, weekday } = parisHour(at)
  if (season === "flowers") {
    if (month === 1 && day > 9 && day < 18) return 3.2
    if (month === 4 && day > 22) return 3.6
    if (month === 2 && day > 8 && day < 24) return 1.7
    if (month === 11 && day > 14) return 2.2
    return weekday === 0 ? 0.7 : 1
  }
  if (season === "christmas") return month === 10 || month === 11 ? 2.6 : 0.7
  if (season === "summer") return month === 6 || month === 7 ? 2.1 : month === 11 ? 1.3 : 0.8
  if (season === "autumn") return month >= 9 || month <= 1 ? 1.5 : 0.8
  return 1
}

const BY_HOUR = [2, 1, 0.6, 0.4, 0.4, 0.8, 2, 4, 7, 10, 11, 10, 8, 8, 9, 9, 9, 9, 9, 9, 9, 8, 6, 4] as const

/** A moment of that day at which somebody writes. */
export function momentOfDay(random: Random, day: number): number {
  const hour = random.weighed(BY_HOUR.map((weight, at) => [at, weight] as const))
  return Math.floor(day / DAY) * DAY + hour * HOUR + random.below(60) * MINUTE + random.below(60_000) - HOUR
}
