import { DAY, MINUTE } from "#platform"
import type { Calendar } from "./calendar.types.ts"
import { isHoliday } from "./holidays.ts"

/** From and to in milliseconds since the day's midnight on the wall clock. */
export type Opening = readonly [from: number, to: number]

/**
 * The opening hours of any date (days since 1970), in order and without overlap. Hours past midnight belong to the day on which they
 * began: a night shift on the eve of a holiday is worked to its end.
 */
export function openingHours(calendar: Calendar): (day: number) => readonly Opening[] {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => calendar.spans.filter((span) => span.days.includes(weekday)).map(opening))
  const extra = new Map(calendar.extraDays.map((day) => [Date.parse(day.date) / DAY, "closed" in day ? [] : day.spans.map(opening)]))
  const begun = (day: number) => extra.get(day) ?? (isHoliday(calendar.holidays, day) ? [] : weekly[(((day + 3) % 7) + 7) % 7]!)
  return (day) => {
    const overnight = begun(day - 1).map(([from, to]): Opening => [from - DAY, to - DAY])
    return joined([...overnight, ...begun(day)])
  }
}

function opening({ from, to }: { from: string; to: string }): Opening {
  const [start, end] = [timeOf(from), timeOf(to)]
  return [start, end <= start ? end + DAY : end]
}

function timeOf(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE
}

/** Cut to the day, sorted, overlaps made one. */
function joined(openings: readonly Opening[]): Opening[] {
  const cut = openings.map(([from, to]): Opening => [Math.max(from, 0), Math.min(to, DAY)]).filter(([from, to]) => from < to)
  const result: Opening[] = []
  for (const [from, to] of cut.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)]
    else result.push([from, to])
  }
  return result
}
