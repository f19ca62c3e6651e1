import { timeFormat } from "./time-format.ts"

const WALL = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" } as const

/** The wall clock of a zone, as if it were UTC. */
export function localOf(at: number, zone: string): number {
  const parts = timeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...WALL })
    .formatToParts(at)
    .reduce<Record<string, number>>((all, { type, value }) => ({ ...all, [type]: Number(value) }), {})
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** The moment at which a zone's wall clock shows this (as if it were UTC). */
export function momentOf(local: number, zone: string): number {
  const guess = local - (localOf(local, zone) - local)
  return guess - (localOf(guess, zone) - local)
}
