import type { Holidays } from "./calendar.types.ts"
import { dayNumber, easterSunday } from "./easter.ts"
import { FIXED } from "./holidays.ts"

/** The public holidays of a year with what they are called, as codes. */
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
