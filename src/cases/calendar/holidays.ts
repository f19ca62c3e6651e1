import { DAY } from "#platform"
import type { Holidays } from "./calendar.types.ts"
import { dayNumber, easterSunday } from "./easter.ts"

/** Whether a date is a public holiday. Dates are numbers of days since 1 January 1970. */
export function isHoliday(kind: Holidays, day: number): boolean {
  return kind !== "none" && holidaysOf(kind, new Date(day * DAY).getUTCFullYear()).has(day)
}

/**
 * The public holidays of a year in France (Code du travail, art. L3133-1), and the two more of Alsace and Moselle (art. L3134-13):
 * Good Friday and 26 December.
 */
export function holidaysOf(kind: Exclude<Holidays, "none">, year: number): ReadonlySet<number> {
  const key = `${kind} ${year}`
  const before = known.get(key)
  if (before) return before
  const easter = easterSunday(year)
  const days = new Set([...FIXED.map(([month, day]) => dayNumber(year, month, day)), easter + 1, easter + 39, easter + 50])
  if (kind === "FR-alsace") days.add(easter - 2).add(dayNumber(year, 12, 26))
  known.set(key, days)
  return days
}

const known = new Map<string, ReadonlySet<number>>()

/** New Year, Labour Day, Victory 1945, National Day, Assumption, All Saints, Armistice 1918, Christmas. */
export const FIXED: readonly [month: number, day: number][] = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
]
