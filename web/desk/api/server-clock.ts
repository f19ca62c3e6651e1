/**
 * By how many milliseconds the server's clock is ahead of this browser's. Moments that the server decides by (when an answer leaves, until
 * when it can be undone, since when somebody waits) are counted by its clock: an agent's may be minutes off.
 */
let ahead = 0
let tell = (): void => {}

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
  if (ahead >= least && ahead <= most) return
  ahead = (least + most) / 2
  tell()
}

/** The moment it is for the server. */
export const now = (): number => Date.now() + ahead

/** Tells who shows the time that it was put right. Without a store of the page's: what is asked before there is one needs the clock, too. */
export const whenPutRight = (listener: () => void): void => void (tell = listener)
