import { useQuery } from "@tanstack/react-query"
import { get } from "../../api/request.ts"
import type { Calendar, Page } from "../../api/types.ts"
import { useWords } from "../../words/use-words.ts"
import type { HolidaysName } from "./calendar-fields.tsx"

interface Holiday {
  date: string
  code: string
}

/** The days of the next twelve months that are unlike others, in order. */
export function HolidaysPreview({ holidays, own }: { holidays: HolidaysName; own: Calendar["extraDays"] }) {
  const { say, sayCode, language } = useWords()
  const found = useQuery({
    queryKey: ["holidays", holidays],
    queryFn: async ({ signal }) => (await get<Page<Holiday>>(`/api/holidays?kind=${holidays}`, signal)).items,
    enabled: holidays !== "none",
    staleTime: Infinity,
  })
  const days = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  })
  const closed = holidays === "none" ? [] : (found.data ?? [])
  const all = [
    ...closed
      .filter(({ date }) => !own.some((day) => day.date === date))
      .map(({ date, code }) => ({ date, words: sayCode(`holiday.${code}`, "holiday.other") })),
    ...own
      .filter(({ date }) => date >= new Date().toISOString().slice(0, 10))
      .map((day) => ({
        date: day.date,
        words: "spans" in day ? day.spans.map(({ from, to }) => `${from}–${to}`).join(", ") : say("hours.closed"),
      })),
  ].toSorted((a, b) => a.date.localeCompare(b.date))
  if (all.length === 0) return null
  return (
    <details className="holidays">
      <summary>{say("hours.preview", { count: all.length })}</summary>
      <ul>
        {all.map(({ date, words }) => (
          <li key={date}>
            <time dateTime={date}>{date ? days.format(new Date(`${date}T00:00:00Z`)) : ""}</time> {words}
          </li>
        ))}
      </ul>
    </details>
  )
}
