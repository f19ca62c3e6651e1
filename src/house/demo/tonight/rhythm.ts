import { MINUTE } from "#platform"
import { parisHour } from "../past/paris-hour.ts"
import type { Random } from "../random.ts"

/** Minutes until the next one, by day. The past has its rhythm, too: what comes much faster is rightly called a surge. */
const BY_DAY = { mail: 5, said: 25 } as const

/** How long until the next mail comes in, or the next word is said in the open, in milliseconds. Twice as long by night. */
export function untilNext(what: keyof typeof BY_DAY, random: Random, now: number): number {
  const { hour } = parisHour(now)
  return random.wait(BY_DAY[what], 0.5) * MINUTE * (hour >= 8 && hour < 23 ? 1 : 2)
}
