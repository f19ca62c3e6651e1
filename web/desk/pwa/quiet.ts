import type { Preferences } from "../api/types.ts"

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

/** Whether a moment lies in the hours in which an agent wants silence; they may go over midnight. */
export function isQuiet(quiet: Preferences["quiet"], timeZone: string, now: Date): boolean {
  if (quiet.length === 0) return false
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now)
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ""
  const at = `${of("hour")}:${of("minute")}`
  const day = DAYS.indexOf(of("weekday")) + 1
  return quiet.some(({ days, from, to }) => {
    if (from < to) return days.includes(day) && at >= from && at < to
    return (days.includes(day) && at >= from) || (days.includes(day === 1 ? 7 : day - 1) && at < to)
  })
}
