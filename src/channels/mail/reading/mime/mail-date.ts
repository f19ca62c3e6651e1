const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const DATE = /^(?:[a-z]{2,9}\.?,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(.*)$/i
const ASCTIME = /^[a-z]{3},?\s+([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([^\d]*)\s+(\d{4})(.*)$/i
const ZONES = new Map([
  ["EST", -300],
  ["EDT", -240],
  ["CST", -360],
  ["CDT", -300],
  ["MST", -420],
  ["MDT", -360],
  ["PST", -480],
  ["PDT", -420],
  ["CET", 60],
  ["CEST", 120],
  ["MET", 60],
  ["BST", 60],
  ["EET", 120],
  ["EEST", 180],
  ["MSK", 180],
  ["JST", 540],
])

/**
 * A Date header (RFC 5322 § 3.3, with the obsolete forms and those of careless mailers) as ISO 8601 in UTC; null where it is none, or
 * before 1970 or after 9998.
 */
export function readMailDate(body: string | null): string | null {
  const text = (body ?? "")
    .slice(0, 200)
    .replace(/\([^()]*\)/g, " ")
    .trim()
  const match = DATE.exec(text)
  if (match) return iso(match[3]!, match[2]!, match[1]!, match[4]!, match[5]!, match[6], match[7] ?? "")
  const old = ASCTIME.exec(text)
  if (old) return iso(old[7]!, old[1]!, old[2]!, old[3]!, old[4]!, old[5], old[6] || old[8] || "")
  const stamp = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  return written(stamp)
}

/** From 1970 to 9998: nobody wrote a mail outside, and the database writes no five digits of a year. */
function written(time: number): string | null {
  return time >= 0 && time < Date.UTC(9999, 0) ? new Date(time).toISOString() : null
}

function iso(year: string, month: string, day: string, hour: string, minute: string, second: string | undefined, zone: string) {
  const index = MONTHS.indexOf(month.toLowerCase())
  const time = Date.UTC(fullYear(Number(year)), index, Number(day), Number(hour), Number(minute), Number(second ?? 0))
  if (index < 0 || Number(day) > 31 || Number(hour) > 24 || Number(minute) > 59 || Number.isNaN(time)) return null
  return written(time - offsetMinutes(zone) * 60_000)
}

/** RFC 5322 § 4.3: two digits from 50 on are of the twentieth century, three digits count from 1900. */
function fullYear(year: number): number {
  if (year < 50) return 2000 + year
  return year < 1000 ? 1900 + year : year
}

function offsetMinutes(zone: string): number {
  const numeric = /([+-])(\d{2}):?(\d{2})/.exec(zone)
  if (numeric) return (numeric[1] === "-" ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]))
  const short = /([+-])(\d{1,2})\b/.exec(zone)
  if (short) return (short[1] === "-" ? -1 : 1) * Number(short[2]) * 60
  return ZONES.get(/[A-Z]+/.exec(zone.toUpperCase())?.[0] ?? "") ?? 0
}
