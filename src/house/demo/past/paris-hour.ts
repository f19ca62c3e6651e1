import { DAY, HOUR } from "#platform"

/** Paris time without asking Intl a hundred thousand times: summer time runs from the last Sunday of March to that of October. */
export function parisHour(at: number): { hour: number; weekday: number; month: number; day: number } {
  const utc = new Date(at)
  const year = utc.getUTCFullYear()
  const summer = at >= lastSunday(year, 2) && at < lastSunday(year, 9)
  const local = new Date(at + (summer ? 2 : 1) * HOUR)
  return {
    hour: local.getUTCHours() + local.getUTCMinutes() / 60,
    weekday: local.getUTCDay(),
    month: local.getUTCMonth(),
    day: local.getUTCDate(),
  }
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * DAY
}
