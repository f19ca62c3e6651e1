import { DAY } from "#platform"
import type { Holidays } from "./calendar.types.ts"

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

/** The same days with what they are called, as codes. */
export function namedHolidays(kind: Exclude<Holidays, "none">, year: number): { day: number; code: string }[] {
  const easter = easterSunday(year)
  const named = [
    ...FIXED.map(([month, day], i) => ({ day: dayNumber(year, month, day), code: FIXED_CODES[i]! })),
    { day: easter + 1, code: "easterMonday" },
    { day: easter + 39, code: "ascension" },
    { day: easter + 50, code: "whitMonday" },
    ...(kind === "FR-alsace"
      ? [
          { day: easter - 2, code: "goodFriday" },
          { day: dayNumber(year, 12, 26), code: "saintStephen" },
        ]
      : []),
  ]
  return named.toSorted((a, b) => a.day - b.day)
}

/** In the order of FIXED. */
const FIXED_CODES = ["newYear", "labour", "victory", "national", "assumption", "allSaints", "armistice", "christmas"] as const

/** New Year, Labour Day, Victory 1945, National Day, Assumption, All Saints, Armistice 1918, Christmas. */
const FIXED: readonly [month: number, day: number][] = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
]

/** Easter Sunday in the Gregorian calendar (J. Meeus, Astronomical Algorithms, ch. 8; the method published in Nature in 1876). */
export function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY
}
