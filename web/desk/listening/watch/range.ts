import type { Step } from "../api.ts"
import type { Range } from "../search.ts"

/** How long back, and in which steps. */
const SHAPES: Readonly<Record<Range, { days: number; step: Step }>> = {
  day: { days: 1, step: "hour" },
  week: { days: 7, step: "hour" },
  month: { days: 30, step: "day" },
  quarter: { days: 90, step: "day" },
  year: { days: 365, step: "day" },
}

const HOUR = 3_600_000

/** The time that a range asks for, from the beginning of an hour or of the reader's day, so that its first step is whole. */
export function spanOf(range: Range, now: number): { step: Step; from: string } {
  const { days, step } = SHAPES[range]
  const since = new Date(now - days * 24 * HOUR)
  if (step === "day") since.setHours(0, 0, 0, 0)
  else since.setTime(Math.ceil(since.getTime() / HOUR) * HOUR)
  return { step, from: since.toISOString() }
}
