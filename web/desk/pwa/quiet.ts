import type { Preferences } from "../api/types.ts"

/** Whether a moment lies in the hours in which an agent wants silence; they may go over midnight. */
export function isQuiet(quiet: Preferences["quiet"], timeZone: string, now: Date): boolean {
  if (!quiet || quiet.from === quiet.to) return false
  const at = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(now)
  return quiet.from < quiet.to ? at >= quiet.from && at < quiet.to : at >= quiet.from || at < quiet.to
}
