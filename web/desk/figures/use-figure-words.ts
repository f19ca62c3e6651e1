import { useMemo } from "react"
import { useWords, type Words } from "../words/use-words.ts"
import type { Figures } from "../api/types.ts"

export type Lasted = Figures["times"][number]["now"]
export type Share = Figures["promises"]["now"]

/** Figures in words: lengths, shares, days. */
export function useFigureWords() {
  const { say, language } = useWords()
  return useMemo(() => figureWords(say, language), [say, language])
}

function figureWords(say: Words["say"], language: Words["language"]) {
  const number = (n: number) => n.toLocaleString(language)
  const percent = (share: number) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share)
  const days = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { day: "numeric", month: "short", timeZone: "UTC" })
  const months = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { month: "short", year: "numeric", timeZone: "UTC" })
  const weekdays = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  })

  /** "45 min", "2 h 10", "3 d 4 h"; working time stays in hours, for a day of work isn't a day. */
  const length = (minutes: number, worked = false): string => {
    if (minutes < 60) return say("figures.minutes", { n: minutes })
    if (minutes < 48 * 60 || worked) {
      const rest = minutes % 60
      return rest
        ? say("figures.hoursAnd", { h: Math.floor(minutes / 60), m: String(rest).padStart(2, "0") })
        : say("figures.hours", { h: minutes / 60 })
    }
    const hours = Math.floor((minutes % 1440) / 60)
    const d = Math.floor(minutes / 1440)
    return hours ? say("figures.daysAnd", { d, h: hours }) : say("figures.days", { d })
  }
  const step = (day: string, by: Figures["period"]["step"]): string => {
    const date = new Date(`${day}T00:00:00Z`)
    return by === "month" ? months.format(date) : by === "week" ? say("figures.weekOf", { day: days.format(date) }) : weekdays.format(date)
  }
  const short = (day: string, by: Figures["period"]["step"]): string =>
    (by === "month" ? months : days).format(new Date(`${day}T00:00:00Z`))
  return { say, language, number, percent, length, step, short }
}
