import { DAY } from "#platform"
import { wallClockOf } from "../calendar/zone.ts"
import { customDays, type Days } from "./custom-days.ts"

export const PERIODS = ["today", "7d", "28d", "90d", "year", "custom"] as const
export type PeriodName = (typeof PERIODS)[number]

export interface Period extends Days {
  /** As long, and just before. */
  before: Days
  /** What a point of a chart stands for. */
  step: "day" | "week" | "month"
}

const LENGTHS: Readonly<Record<Exclude<PeriodName, "custom">, number>> = { today: 1, "7d": 7, "28d": 28, "90d": 90, year: 365 }

export interface Asked {
  period: PeriodName
  from?: string | undefined
  to?: string | undefined
}

/** The days that are asked for, by the clocks of a zone. @throws Invalid when they make no period */
export function periodOf({ period, from, to }: Asked, now: Date, zone: string): Period {
  const today = Math.floor(wallClockOf(zone, now.getTime()) / DAY)
  const days = period === "custom" ? customDays(from, to, today) : { from: today - LENGTHS[period] + 1, to: today }
  const length = days.to - days.from + 1
  return {
    ...days,
    before: { from: days.from - length, to: days.from - 1 },
    step: length <= 31 ? "day" : length <= 190 ? "week" : "month",
  }
}

/** The first day of each step of a period, in order; the first may be cut. */
export function stepsOf({ from, to, step }: Period): number[] {
  const steps: number[] = []
  for (let day = from; day <= to; day++) if (day === from || startOf(step, day) === day) steps.push(day)
  return steps
}

/** The first day of the step in which a day lies: weeks begin on Monday. */
function startOf(step: Period["step"], day: number): number {
  if (step === "day") return day
  if (step === "week") return day - ((day + 3) % 7)
  const date = new Date(day * DAY)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY
}
