import { MINUTE } from "#platform"

/** Beyond so many minutes, figures are kept in steps of so many: as exactly as they are shown. */
const STEPS: readonly [from: number, step: number][] = [
  [30 * 24 * 60, 24 * 60],
  [7 * 24 * 60, 6 * 60],
  [24 * 60, 60],
  [2 * 60, 5],
]

/** A length of time as it is kept: whole minutes, coarser the longer it is, always rounded down. */
export function bucketOf(ms: number): number {
  const minutes = Math.max(0, Math.floor(ms / MINUTE))
  const step = STEPS.find(([from]) => minutes >= from)?.[1] ?? 1
  return minutes - (minutes % step)
}
