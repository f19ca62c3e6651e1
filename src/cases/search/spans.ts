/** 64 minutes, 8½ hours, 3 days, 23 days, half a year, four years, as powers of two of minutes. */
const LENGTHS = [6, 9, 12, 15, 18, 21] as const

/** The stretches of time that a moment lies in, one of each length, as numbers. */
export function spansOf(at: Date): number[] {
  return LENGTHS.map((length) => numbered(length, place(length, at)))
}

/** At most eight stretches that cover the time between, and a little more. */
export function spansBetween(oldest: Date, newest: Date): number[] {
  const length = LENGTHS.find((one) => place(one, newest) - place(one, oldest) < 8) ?? 21
  const [first, last] = [place(length, oldest), place(length, newest)]
  return Array.from({ length: last - first + 1 }, (_, n) => numbered(length, first + n))
}

const place = (length: number, at: Date): number => Math.floor(at.getTime() / 60_000 / 2 ** length)

/** Places of the shortest stretches reach 2^24 in the year 4000. */
const numbered = (length: number, n: number): number => length * 2 ** 24 + n
