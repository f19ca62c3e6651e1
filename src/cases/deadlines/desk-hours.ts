import { companyZone } from "#people"
import { HOUR, type Reader } from "#platform"
import type { Calendar } from "../calendar/calendar.types.ts"
import { openingHours } from "../calendar/opening-hours.ts"
import { type CaseRow, room } from "../tables.ts"
import { findRule } from "./find-rule.ts"

/** Where and when a case is worked on. */
export interface DeskHours {
  timeZone: string
  /** When a day's work ends, in milliseconds since midnight. */
  closingTime: (day: number) => number
}

const EVENING = 18 * HOUR

/** By the calendar of the case's deadlines, else the standard calendar, else the company's zone and six in the evening. */
export async function deskHours(reader: Reader, row: CaseRow, timeZone: string): Promise<DeskHours> {
  const rule = await findRule(reader, row.inbox_ids[0]!, row.priority)
  const calendar = rule?.calendar ?? (await standardCalendar(reader))
  if (!calendar) return { timeZone: await companyZone(reader, timeZone), closingTime: () => EVENING }
  const hoursOf = openingHours(calendar)
  return { timeZone: calendar.timeZone, closingTime: (day) => hoursOf(day).at(-1)?.[1] ?? EVENING }
}

/** The usual calendar; null: there is none. */
export async function standardCalendar(reader: Reader): Promise<Calendar | null> {
  const row = await room(reader).selectFrom("calendars").selectAll().where("standard", "=", true).executeTakeFirst()
  return row ? { timeZone: row.time_zone, spans: row.spans, holidays: row.holidays, extraDays: row.extra_days } : null
}
