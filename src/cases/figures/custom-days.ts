import { DAY, Invalid } from "#platform"

/** Days since 1970, both included. */
export interface Days {
  from: number
  to: number
}

const LONGEST = 3660

/** The days between two dates as written, the last being today when it isn't said. @throws Invalid for what isn't a date, or too long */
export function customDays(from: string | undefined, to: string | undefined, today: number): Days {
  const days = { from: dayOf(from), to: to === undefined ? today : dayOf(to) }
  if (days.from === null) throw new Invalid("request.invalid", {}, [{ path: "from", key: "cases.figures.date" }])
  if (days.to === null) throw new Invalid("request.invalid", {}, [{ path: "to", key: "cases.figures.date" }])
  if (days.to < days.from) throw new Invalid("request.invalid", {}, [{ path: "to", key: "cases.figures.order" }])
  if (days.to - days.from >= LONGEST) throw new Invalid("request.invalid", {}, [{ path: "from", key: "cases.figures.long" }])
  return { from: days.from, to: days.to }
}

function dayOf(text: string | undefined): number | null {
  const at = text && /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) || writeDay(at / DAY) !== text ? null : at / DAY
}

/** A day as a date: 2026-11-22. */
export function writeDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
