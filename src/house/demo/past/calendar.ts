import { DAY, HOUR, MINUTE } from "#platform"
import type { Random } from "../random.ts"
import type { Season } from "../speech/topic.ts"

/** Paris time without asking Intl a hundred thousand times: summer time runs from the last Sunday of March to that of October. */
export function parisHour(at: number): { hour: number; weekday: number; month: number; day: number } {
  const utc = new Date(at)
  const year = utc.getUTCFullYear()
  const summer = at >= lastSunday(year, 2) && at < lastSunday(year, 9)
  const local = new Date(at + (summer ? 2 : 1) * HOUR)
  return {
    hour: local.getUTCHours() + local.getUTCMinutes() / 60,
    weekday: local.getUTCDay(),
    month: local.getUTCMonth(),
    day: local.getUTCDate(),
  }
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * DAY
}

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
