import { newStore } from "./store.ts"

/**
 * By how many milliseconds the server's clock is ahead of this browser's. Moments that the server decides by (when an answer leaves, until
 * when it can be undone, since when somebody waits) are counted by its clock: an agent's may be minutes off.
 */
export const ahead = newStore(0)

/** What the answers leave possible: each says the server's second, and lay between its asking and now. */
let least = -Infinity
let most = Infinity

/** Learns from the `Date` of an answer to what was asked at that moment of this browser's clock. */
export function hearClock({ headers }: Response, asked: number): void {
  const told = Date.parse(headers.get("date") ?? "")
  if (Number.isNaN(told)) return
  const [low, high] = [told - Date.now(), told + 1000 - asked]
  const isSet = high < least || low > most // one of the clocks was put right
  least = isSet ? low : Math.max(least, low)
  most = isSet ? high : Math.min(most, high)
  if (ahead.get() < least || ahead.get() > most) ahead.set((least + most) / 2)
}

/** The moment it is for the server. */
export const now = (): number => Date.now() + ahead.get()
