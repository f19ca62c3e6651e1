import { useState } from "react"
import type { Calendar } from "../../api/types.ts"
import { Choice } from "../../parts/choice.tsx"
import { useWords } from "../../words/use-words.ts"
import { asSpans, byDay } from "./day-spans.ts"
import { HolidaysPreview } from "./holidays-preview.tsx"
import { OwnDays } from "./own-days.tsx"
import { WeekField } from "./week-field.tsx"

const HOLIDAYS = ["none", "FR", "FR-alsace"] as const
export type HolidaysName = (typeof HOLIDAYS)[number]

export type CalendarParts = Pick<Calendar, "spans" | "holidays" | "extraDays">

export function partsOf(calendar: Calendar | null): CalendarParts {
  if (!calendar) return { spans: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }], holidays: "FR", extraDays: [] }
  return { spans: calendar.spans, holidays: calendar.holidays, extraDays: calendar.extraDays }
}

/** When work is done: the week, public holidays, days of one's own, and what that makes of the next twelve months. */
export function CalendarFields({ parts, onChange }: { parts: CalendarParts; onChange: (parts: CalendarParts) => void }) {
  const { say } = useWords()
  // As it stands on the page: a line keeps its place while its hours are being typed.
  const [week, setWeek] = useState(() => byDay(parts.spans))
  const holidays = HOLIDAYS.find((name) => name === parts.holidays) ?? "none"
  return (
    <>
      <WeekField
        week={week}
        onChange={(next) => {
          setWeek(next)
          onChange({ ...parts, spans: asSpans(next) })
        }}
      />
      <Choice
        label={say("calendars.holidays")}
        name="holidays"
        value={holidays}
        onChange={(chosen) => onChange({ ...parts, holidays: chosen })}
        help={say("calendars.holidaysHelp")}
        options={HOLIDAYS.map((value) => ({ value, label: say(`calendars.holidays.${value}`) }))}
      />
      <OwnDays days={parts.extraDays} onChange={(extraDays) => onChange({ ...parts, extraDays })} />
      <HolidaysPreview holidays={holidays} own={parts.extraDays} />
    </>
  )
}
