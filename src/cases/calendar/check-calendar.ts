import { type FieldProblem, Invalid, isTimeZone } from "#platform"
import { isDate } from "../fields/check-value.ts"
import type { Calendar, ExtraDay, Span } from "./calendar.types.ts"

/** @throws Invalid with, beside each part that can't be, what would be right */
export function checkCalendar({ timeZone, spans, extraDays }: Omit<Calendar, "holidays">): void {
  const problems: FieldProblem[] = [
    ...(isTimeZone(timeZone) ? [] : [{ path: "timeZone", key: "cases.calendar.timeZone" }]),
    ...(spans.length ? spans.flatMap(spanProblems) : [{ path: "spans", key: "cases.calendar.noHours" }]),
    ...extraDays.flatMap(extraDayProblems),
    ...twice(extraDays),
  ]
  if (problems.length) throw new Invalid("request.invalid", {}, problems)
}

function spanProblems(span: Span, i: number): FieldProblem[] {
  const days = span.days
  const path = `spans.${i}.days`
  return [
    ...(days.length === 0 || days.some((day) => !Number.isInteger(day) || day < 1 || day > 7)
      ? [{ path, key: "cases.calendar.days" }]
      : []),
    ...(new Set(days).size < days.length ? [{ path, key: "cases.calendar.dayTwice" }] : []),
    ...timeProblems(span, `spans.${i}`),
  ]
}

function extraDayProblems(day: ExtraDay, i: number): FieldProblem[] {
  const hours = "spans" in day ? day.spans.flatMap((span, n) => timeProblems(span, `extraDays.${i}.spans.${n}`)) : []
  return [...(isDate(day.date) ? [] : [{ path: `extraDays.${i}.date`, key: "cases.calendar.date" }]), ...hours]
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

function timeProblems({ from, to }: { from: string; to: string }, path: string): FieldProblem[] {
  return [
    ...(TIME.test(from) ? [] : [{ path: `${path}.from`, key: "cases.calendar.hour" }]),
    ...(TIME.test(to) || to === "24:00" ? [] : [{ path: `${path}.to`, key: "cases.calendar.hour" }]),
  ]
}

function twice(days: readonly ExtraDay[]): FieldProblem[] {
  const seen = new Set<string>()
  return days.flatMap(({ date }, i) => {
    if (seen.has(date)) return [{ path: `extraDays.${i}.date`, key: "cases.calendar.dateTwice" }]
    seen.add(date)
    return []
  })
}
