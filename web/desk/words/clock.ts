import type { DeskLanguage } from "#words/desk"
import { timeFormat } from "./time-format.ts"

export interface Clock {
  /** As short as can be: an hour today, a weekday this week, else a date. */
  when: (at: string, now: number) => string
  /** Whole: weekday, date, hour. */
  moment: (at: string) => string
  /** The day as a heading, and the same day told the same. */
  day: (at: string) => string
  hour: (at: string) => string
  /** "3 h", "2 d": the largest unit, rounded down. */
  span: (milliseconds: number) => string
  /** The same in words for those who listen. */
  spanInWords: (milliseconds: number) => string
  /** In another time zone, with its name. */
  momentIn: (at: string, zone: string) => string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function clock(language: DeskLanguage, zone: string): Clock {
  const tag = language === "en" ? "en-GB" : "fr-FR"
  const format = (options: Intl.DateTimeFormatOptions, timeZone = zone): Intl.DateTimeFormat => timeFormat(tag, { timeZone, ...options })
  const hours = format({ hour: "2-digit", minute: "2-digit" })
  const weekdays = format({ weekday: "short", hour: "2-digit", minute: "2-digit" })
  const dates = format({ day: "numeric", month: "short" })
  const years = format({ day: "numeric", month: "short", year: "numeric" })
  const moments = format({ weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" })
  const days = format({ weekday: "long", day: "numeric", month: "long" })
  const isToday = sameDay(zone)
  const made = new Map<string, Intl.NumberFormat>()
  const units = (unit: string, value: number, unitDisplay: "narrow" | "short" | "long"): string => {
    const key = `${unit} ${unitDisplay}`
    const one = made.get(key) ?? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay })
    made.set(key, one)
    return one.format(value)
  }

  const span = (milliseconds: number, display: "narrow" | "short" | "long"): string => {
    const length = Math.max(0, milliseconds)
    if (length < HOUR) return units("minute", Math.max(1, Math.floor(length / MINUTE)), display)
    if (length < DAY) return units("hour", Math.floor(length / HOUR), display)
    return units("day", Math.floor(length / DAY), display)
  }
  return {
    when: (at, now) => {
      const date = new Date(at)
      if (isToday(date.getTime(), now)) return hours.format(date)
      const apart = Math.abs(now - date.getTime())
      if (apart < 6 * DAY) return weekdays.format(date)
      return (apart < 300 * DAY ? dates : years).format(date)
    },
    moment: (at) => moments.format(new Date(at)),
    day: (at) => days.format(new Date(at)),
    hour: (at) => hours.format(new Date(at)),
    // French sets its units apart, however little room there is.
    span: (milliseconds) => span(milliseconds, language === "fr" ? "short" : "narrow"),
    spanInWords: (milliseconds) => span(milliseconds, "long"),
    momentIn: (at, other) =>
      format({ weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZoneName: "short" }, other).format(
        new Date(at),
      ),
  }
}

/** Whether a moment is of the same day as now. A list asks for each row: what the calendar says is remembered by the quarter of an hour, at which days begin. */
function sameDay(zone: string): (at: number, now: number) => boolean {
  const days = timeFormat("sv-SE", { timeZone: zone, dateStyle: "short" })
  const known = new Map<number, string>()
  const dayOf = (at: number): string => {
    const quarter = Math.floor(at / (15 * MINUTE))
    const day = known.get(quarter) ?? days.format(quarter * 15 * MINUTE)
    if (known.size > 5000) known.clear()
    known.set(quarter, day)
    return day
  }
  return (at, now) => Math.abs(now - at) < 26 * HOUR && dayOf(at) === dayOf(now)
}
