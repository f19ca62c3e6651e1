import { type Hours, nextAllowedMoment } from "#contacts"
import { type QuietHours, silentMinutes } from "#people"

const DAY = 24 * 60

/** Whether somebody said that they are on duty now, whatever their hours. */
export const isOnDuty = ({ dutyUntil }: { dutyUntil: string | null }, now: Date): boolean => dutyUntil !== null && new Date(dutyUntil) > now

/** When somebody's quiet hours end, if it is quiet for them now; otherwise null. */
export function quietUntil(quiet: QuietHours, timeZone: string, now: Date): Date | null {
  if (quiet.length === 0) return null
  const end = nextAllowedMoment({ hours: loudHours(quiet), timeZone }, now, timeZone)
  return end > now ? end : null
}

/** All of the week that isn't quiet. */
function loudHours(quiet: QuietHours): Hours[] {
  const silent = silentMinutes(quiet)
  const hours: Hours[] = []
  for (let day = 1; day <= 7; day++) {
    const minutes = silent.subarray((day - 1) * DAY, day * DAY)
    for (let from = minutes.indexOf(0); from !== -1;) {
      const next = minutes.indexOf(1, from)
      const to = next === -1 ? DAY : next
      hours.push({ days: [day], from: clock(from), to: clock(to) })
      from = minutes.indexOf(0, to)
    }
  }
  return hours
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
