import { monthOf } from "./month-names.ts"

const ISO =
  /^([+-]?\d{4})(?:-?(\d{3})(?!\d)|-?(\d{2})(?:-?(\d{2}))?|-?W(\d{2})(?:-?(\d))?)?(?:[T ]+(\d{1,2}):?(\d{2})?(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(.*)$/i
const WRITTEN =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{2,4})(?:[\s,]+(?:à\s+)?(\d{1,2})[:h.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]m)?)?\s*(.*)$/iu
const MONTH_FIRST =
  /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?(?:[\s,]+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?(?:\s+([A-Z]{1,5}|[+-]\d{4}))?(?:\s+(\d{4}))?$/iu
const NUMBERS = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\.?(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(.*)$/
const EPOCH = /^\d{9,13}$/

/** Hours from UTC of the zones that RFC 822 and people name. Military letters but Z say nothing (RFC 5322 § 4.3). */
const ZONES = new Map(
  Object.entries({ ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 1, bst: 1, cet: 1, met: 1, cest: 2, mest: 2, eet: 2, eest: 3, msk: 3 })
    .concat(Object.entries({ ist: 5.5, jst: 9, kst: 9, aest: 10, aedt: 11, nzst: 12, nzdt: 13, ast: -4, adt: -3, nst: -3.5, ndt: -2.5 }))
    .concat(
      Object.entries({
        est: -5,
        edt: -4,
        et: -5,
        cst: -6,
        cdt: -5,
        ct: -6,
        mst: -7,
        mdt: -6,
        pst: -8,
        pdt: -7,
        pt: -8,
        akst: -9,
        hst: -10,
      }),
    ),
)

interface Parts {
  year: number
  month?: number | undefined
  day?: number | undefined
  hour?: number | undefined
  minute?: number | undefined
  second?: number | undefined
  ms?: number | undefined
  half?: string | undefined
  zone?: string | undefined
}

/**
 * Reads a date in any of the forms that feeds write: RFC 822 and 3339 and all that is near to them, ISO weeks and days of the year,
 * C's asctime, months in words of a dozen languages, seconds since 1970. Without a zone it is UTC. Null where it says no day.
 */
export function readDate(written: string): Date | null {
  const text = written
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
  if (text.length < 4 || text.length > 100) return null
  if (EPOCH.test(text)) return new Date(Number(text) * (text.length > 11 ? 1 : 1000))
  return fromIso(text) ?? fromWords(text) ?? fromMonthFirst(text) ?? fromNumbers(text)
}

function fromIso(text: string): Date | null {
  const found = ISO.exec(text)
  if (!found || (found[11] ?? "").length > 12) return null
  const [, year = "", yearDay, month, day, week, weekday, hour, minute, second, fraction, zone] = found
  const time = {
    hour: numeric(hour),
    minute: numeric(minute),
    second: numeric(second),
    ms: fraction && Number(`0.${fraction}`) * 1000,
    zone,
  }
  const parts = { ...time, ms: time.ms ? Math.floor(time.ms) : 0, year: Number(year) }
  if (week) return moment({ ...parts, month: 1, day: firstMonday(Number(year)) + (Number(week) - 1) * 7 + Number(weekday ?? 1) - 1 })
  if (yearDay) return moment({ ...parts, month: 1, day: Number(yearDay) })
  return isDay(numeric(month), numeric(day)) ? moment({ ...parts, month: numeric(month), day: numeric(day) }) : null
}

function fromWords(text: string): Date | null {
  const found = WRITTEN.exec(text)
  if (!found) return null
  const [, day, name = "", year = "", hour, minute, second, half, zone] = found
  const month = monthOf(name)
  if (!month || !isDay(month, Number(day))) return null
  const [h, m, s] = [hour, minute, second].map(numeric)
  return moment({ year: century(year), month, day: Number(day), hour: h, minute: m, second: s, half, zone })
}

function fromMonthFirst(text: string): Date | null {
  const found = MONTH_FIRST.exec(text)
  if (!found) return null
  const [, name = "", day, early, hour, minute, second, half, zone, late] = found
  const [month, year] = [monthOf(name), early ?? late]
  if (!month || !year || !isDay(month, Number(day))) return null
  const [h, m, s] = [hour, minute, second].map(numeric)
  return moment({ year: Number(year), month, day: Number(day), hour: h, minute: m, second: s, half, zone })
}

function fromNumbers(text: string): Date | null {
  const found = NUMBERS.exec(text)
  if (!found) return null
  const [year = 0, month, day, hour, minute, second] = found.slice(1, 7).map(numeric)
  return isDay(month, day) ? moment({ year, month, day, hour, minute, second, zone: found[7] }) : null
}

/** The moment, if there is such a time of day; an impossible one leaves the day. */
function moment({ year, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0, half, zone = "" }: Parts): Date | null {
  const shift = half?.toLowerCase() === "pm" && hour < 12 ? 12 : half?.toLowerCase() === "am" && hour === 12 ? -12 : 0
  const isTime = hour + shift <= 24 && minute < 60 && second <= 60
  const time = isTime ? [hour + shift, minute, Math.min(second, 59), ms] : [0, 0, 0, 0]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(time[0]!, time[1], time[2], time[3])
  date.setTime(date.getTime() - offset(zone) * 60_000)
  return Number.isNaN(date.getTime()) ? null : date
}

/** Minutes that a zone is ahead of UTC. */
function offset(zone: string): number {
  const found = /^(?:UTC|GMT|UT)?\s*([+-])(\d{1,2}):?(\d{2})?/i.exec(zone.trim())
  if (found) return (found[1] === "-" ? -1 : 1) * (Math.min(Number(found[2]), 14) * 60 + Number(found[3] ?? 0))
  return (ZONES.get(/^[a-z]+/i.exec(zone.trim())?.[0].toLowerCase() ?? "") ?? 0) * 60
}

const numeric = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

const isDay = (month: number | undefined, day: number | undefined): boolean =>
  (month === undefined || (month >= 1 && month <= 12)) && (day === undefined || (day >= 1 && day <= 31))

/** Two figures are of the years around us. */
function century(year: string): number {
  const value = Number(year)
  return year.length > 2 ? value : value < 70 ? 2000 + value : 1900 + value
}

/** The day of January (it may be in December) on which the first ISO week begins. */
function firstMonday(year: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7
  return 5 - fourth
}
