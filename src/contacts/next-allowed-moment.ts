import { DAY } from "#platform"
import { firstWithin } from "./first-within.ts"
import { segments } from "./hour-segments.ts"
import type { Wishes } from "./hours.ts"

/** Long enough that a weekly hour that the clocks skip one Sunday is met on the next. */
const HORIZON = 16

/**
 * The first moment, not before `from`, at which somebody wishes to be reached: one at which the clock on their wall shows an hour
 * of theirs. Where clocks go forward the hours they skip don't exist that day; where they go back the repeated ones count twice.
 * Nothing said about hours: at once.
 * @param fallbackZone where they gave hours without a time zone
 */
export function nextAllowedMoment(wishes: Pick<Wishes, "hours" | "timeZone"> | null, from: Date, fallbackZone: string): Date {
  if (!wishes || wishes.hours.length === 0) return from
  const zone = wishes.timeZone ?? fallbackZone
  for (const segment of segments(zone, from.getTime(), from.getTime() + HORIZON * DAY)) {
    const found = firstWithin(wishes.hours, segment)
    if (found !== null) return new Date(found)
  }
  throw new RangeError("These hours never come: they were not checked before they were kept")
}
