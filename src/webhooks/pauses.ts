import { DAY, HOUR, MINUTE, SECOND } from "#platform"

/** Pauses before the second, third … try: seconds at first, in the end a day. After the last a delivery is given up. */
const PAUSES = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, DAY] as const

/** A webhook that has failed for so long, without one success, sends nothing more until somebody looks. */
export const PATIENCE = 5 * DAY

/**
 * When to try again after so many failed tries; null: no more. Up to a fifth earlier or later, by chance (`random` from 0 to 1), so that what
 * failed together doesn't come back together. A receiver that names a later moment (Retry-After) is given it, up to a day.
 */
export function nextTry(failed: number, now: Date, random: number, retryAfter: number | null): Date | null {
  const pause = PAUSES[failed - 1]
  if (pause === undefined) return null
  const jittered = pause * (0.8 + 0.4 * random)
  return new Date(now.getTime() + Math.max(jittered, Math.min((retryAfter ?? 0) * SECOND, DAY)))
}
