import { timeFormat } from "../words/time-format.ts"

export type Later = "inTwoHours" | "thisEvening" | "tomorrow" | "monday" | "nextWeek"

/** The moments that people mean by "later", in their own time zone; only those still to come. */
export function laterMoments(now: number, zone: string): { id: Later; at: string }[] {
  const weekday = new Date(localOf(now, zone)).getUTCDay()
  const toMonday = (8 - weekday) % 7 || 7
  const at = (days: number, hour: number): number => atLocal(now, zone, days, hour)
  const all: { id: Later; at: number }[] = [
    { id: "inTwoHours", at: now + 2 * 3_600_000 },
    { id: "thisEvening", at: at(0, 18) },
    { id: "tomorrow", at: at(1, 9) },
    { id: "monday", at: at(toMonday, 9) },
    { id: "nextWeek", at: at(7, 9) },
  ]
  return all
    .filter(({ id, at: moment }) => moment > now + 1_800_000 && !(id === "monday" && toMonday === 1))
    .map(({ id, at: moment }) => ({ id, at: new Date(moment).toISOString() }))
}

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

function atLocal(now: number, zone: string, days: number, hour: number): number {
  const day = new Date(localOf(now, zone))
  return momentOf(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days, hour), zone)
}
