/** 64 minutes, 8½ hours, 3 days, 23 days, half a year, four years, as powers of two of minutes. */
const LENGTHS = [6, 9, 12, 15, 18, 21] as const

/** The stretches of time that a moment lies in, one of each length, as numbers. */
export function spansOf(at: Date): number[] {
  return LENGTHS.map((length) => numbered(length, place(length, at)))
}

/** Stretches that lead back from a moment over about so many milliseconds, sixteen at most, and where the first of them begins. */
export function spansBack(newest: Date, ms: number): { spans: number[]; oldest: Date } {
  const oldest = new Date(newest.getTime() - ms)
  const length = LENGTHS.find((one) => place(one, newest) - place(one, oldest) < 15) ?? 21
  const last = place(length, newest)
  const first = Math.min(last, Math.round(oldest.getTime() / 60_000 / 2 ** length))
  const spans = Array.from({ length: last - first + 1 }, (_, n) => numbered(length, first + n))
  return { spans, oldest: new Date(first * 2 ** length * 60_000) }
}

const place = (length: number, at: Date): number => Math.floor(at.getTime() / 60_000 / 2 ** length)

/** Places of the shortest stretches reach 2^24 in the year 4000. */
const numbered = (length: number, n: number): number => length * 2 ** 24 + n
