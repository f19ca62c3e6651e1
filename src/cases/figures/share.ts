/** Under so many, a share or a percentile says more about chance than about the work. */
export const FEW = { median: 5, p90: 10, share: 10 } as const

/** So many of so many, with the interval in which the true share lies, 95 times in 100; null where they are too few to say. */
export interface Share {
  of: number
  n: number
  share: { value: number; low: number; high: number } | null
}

/** Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927): honest for few and for shares near 0 and 1. */
export function shareOf(n: number, of: number): Share {
  if (of < FEW.share) return { of, n, share: null }
  const p = n / of
  const z = 1.959964
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const middle = p + (z * z) / (2 * of)
  const scale = 1 + (z * z) / of
  return { of, n, share: { value: p, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) } }
}

/** How long something took: for how many, in the middle, and for all but one in ten. Minutes; null where they are too few to say. */
export interface Lasted {
  n: number
  median: number | null
  p90: number | null
}

export const NONE: Lasted = { n: 0, median: null, p90: null }

export function lastedOf({ n, median, p90 }: { n: number; median: number; p90: number }): Lasted {
  return { n, median: n < FEW.median ? null : median, p90: n < FEW.p90 ? null : p90 }
}
