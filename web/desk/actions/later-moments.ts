import { localOf, momentOf } from "../words/wall-clock.ts"

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

function atLocal(now: number, zone: string, days: number, hour: number): number {
  const day = new Date(localOf(now, zone))
  return momentOf(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days, hour), zone)
}
