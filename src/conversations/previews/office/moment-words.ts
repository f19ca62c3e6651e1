import type { Language } from "#words"
import type { Shows } from "./number-format.ts"

const DAY = 86_400_000
/** From this number on, no date of Excel's is known (31 December 9999). */
const END = 2_958_466
/** Excel counts a 29 February 1900 that there wasn't, as Lotus 1-2-3 did. */
const NEVER_WAS = 60

interface MomentsOf {
  /** The file counts its days from 1904, as Excel on a Macintosh once did, and not from 1900. */
  since1904: boolean
  language: Language
}

/** A number as the moment it stands for, in the reader's language; null for what is no moment, which stays a number. */
export function momentWords(value: number, { counts, parts }: Shows, { since1904, language }: MomentsOf): string | null {
  if (!(value >= 0 && value < END)) return null
  if (counts) return countedUp(value, counts, parts.second === true)
  const { hour, minute, second, ...day } = parts
  const clock = hour || minute || second
  const dated = Object.keys(day).length > 0 && (since1904 || value >= 1)
  if (!clock && !dated) return null
  if (dated && !since1904 && Math.floor(value) === NEVER_WAS) return null
  const first = since1904 ? Date.UTC(1904, 0, 1) : value < NEVER_WAS ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  // To the second: a fraction of a day is rarely whole.
  const at = new Date(first + Math.round((value * DAY) / 1000) * 1000)
  const words = [dated ? dayWords(at, day, language) : "", clock ? clockWords(at, parts) : ""]
  return words.filter(Boolean).join(language === "en" ? ", " : " ")
}

function dayWords(at: Date, day: Shows["parts"], language: Language): string {
  // Figures alone are read one way in London and another in New York: the month is named.
  const month = day.month === "numeric" ? "short" : day.month
  const options: Intl.DateTimeFormatOptions = {
    ...(day.weekday ? { weekday: day.weekday } : {}),
    ...(day.day ? { day: "numeric" } : {}),
    ...(month ? { month } : {}),
    ...(day.year ? { year: "numeric" } : {}),
  }
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { ...options, timeZone: "UTC" }).format(at)
}

/** Twenty-four hours, as the desk writes them. */
function clockWords(at: Date, { hour, minute, second }: Shows["parts"]): string {
  const [hours, minutes, seconds] = at.toISOString().slice(11, 19).split(":")
  if (!hour) return [minute ? minutes : "", second ? seconds : ""].filter(Boolean).join(":")
  return [hours, minutes, ...(second ? [seconds] : [])].join(":")
}

/** Hours, minutes or seconds that go on beyond a day: 26:30:00. */
function countedUp(value: number, counts: "h" | "m" | "s", toTheSecond: boolean): string {
  const seconds = Math.round(value * 86_400)
  const two = (n: number): string => String(n).padStart(2, "0")
  if (counts === "s") return String(seconds)
  const minutes = Math.floor(seconds / 60)
  const tail = toTheSecond ? `:${two(seconds % 60)}` : ""
  return counts === "m" ? `${minutes}${tail}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}${tail}`
}
