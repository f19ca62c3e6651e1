import type { DeskLanguage } from "#words/desk"
import { timeFormat } from "../words/time-format.ts"

const DAY = 86_400_000

/** "today 18:00", "tomorrow 09:00", "Thursday 09:00", "12 January, 09:00": a moment to come, by the clock on a wall of that zone. */
export function nearMoment(language: DeskLanguage, at: string, timeZone: string, now: number): string {
  const tag = language === "fr" ? "fr-FR" : "en-GB"
  const date = new Date(at)
  const keys = timeFormat("sv-SE", { timeZone, dateStyle: "short" })
  const apart = Math.round((Date.parse(keys.format(date)) - Date.parse(keys.format(now))) / DAY)
  const hour = timeFormat(tag, { timeZone, hour: "2-digit", minute: "2-digit" }).format(date)
  if (apart === 0 || apart === 1) return `${new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(apart, "day")} ${hour}`
  const day: Intl.DateTimeFormatOptions = apart > 1 && apart < 7 ? { weekday: "long" } : { day: "numeric", month: "long" }
  return `${timeFormat(tag, { timeZone, ...day }).format(date)} ${hour}`
}
