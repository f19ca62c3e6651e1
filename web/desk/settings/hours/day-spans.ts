import type { Hours } from "../../api/types.ts"

export interface DaySpan {
  from: string
  to: string
}

/** Spans as they are kept (with their days), as a list for each weekday, Monday first. */
export function byDay(spans: readonly Hours[]): DaySpan[][] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) =>
    spans
      .filter(({ days }) => days.includes(day))
      .map(({ from, to }) => ({ from, to }))
      .toSorted((a, b) => a.from.localeCompare(b.from)),
  )
}

/** And back: the same hours on several days are one span. */
export function asSpans(week: readonly (readonly DaySpan[])[]): Hours[] {
  const found = new Map<string, Hours>()
  week.forEach((day, i) => {
    for (const { from, to } of day) {
      const known = found.get(`${from} ${to}`)
      if (known && !known.days.includes(i + 1)) known.days.push(i + 1)
      else if (!known) found.set(`${from} ${to}`, { days: [i + 1], from, to })
    }
  })
  return [...found.values()]
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Where a span lies in minutes from its day's midnight; one that ends at or before its beginning ends on the next day. */
function place({ from, to }: DaySpan): [number, number] {
  const [start, end] = [minutes(from), minutes(to)]
  return [start, end <= start ? end + 1440 : end]
}

/** Another span of the same day, or of the night before, that covers part of this one. */
export function overlapOf(week: readonly (readonly DaySpan[])[], day: number, at: number): DaySpan | null {
  const one = week[day]?.[at]
  if (!one?.from || !one.to) return null
  const [start, end] = place(one)
  const before = (week[(day + 6) % 7] ?? []).map((span): [DaySpan, number, number] => [span, place(span)[0] - 1440, place(span)[1] - 1440])
  const same = (week[day] ?? []).flatMap((span, i): [DaySpan, number, number][] => (i < at ? [[span, ...place(span)]] : []))
  return [...same, ...before].find(([span, from, to]) => span.from && span.to && from < end && start < to)?.[0] ?? null
}

/** Worked minutes of a day, what overlaps counted once. */
export function worked(day: readonly DaySpan[]): number {
  let [sum, until] = [0, 0]
  for (const [from, to] of day
    .filter((span) => span.from && span.to)
    .map(place)
    .toSorted((a, b) => a[0] - b[0])) {
    sum += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  return sum
}
