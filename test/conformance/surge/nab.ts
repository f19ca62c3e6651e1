/** The rules of the Numenta Anomaly Benchmark (numenta/NAB, nab/sweeper.py). */

export interface Profile {
  /** What a window costs that is missed. */
  missed: number
  /** What a row costs at most that is called outside of every window. */
  wrong: number
}

export const PROFILES = {
  standard: { missed: 1, wrong: 0.11 },
  "low false positives": { missed: 1, wrong: 0.22 },
  "low false negatives": { missed: 2, wrong: 0.11 },
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof PROFILES

/** Rows by number; a window holds both its ends. */
export interface Labelled {
  rows: number
  windows: readonly (readonly [from: number, to: number])[]
}

export interface Outcome {
  /** Windows that can be found, and those that were. */
  windows: number
  found: number
  /** Rows called outside of every window, and rows judged at all. */
  wrong: number
  judged: number
  sums: Record<ProfileName, number>
}

/** What the calls of one series are worth. Rows of the probation (15 %, at most 750) aren't judged. */
export function judge({ rows, windows }: Labelled, calls: readonly number[]): Outcome {
  const probation = Math.min(Math.floor(0.15 * rows), 750)
  const open = windows.filter(([, to]) => to >= probation)
  const first = new Map<number, number>()
  const wrongs: number[] = []
  for (const row of calls.filter((call) => call >= probation)) {
    const inside = open.findIndex(([from, to]) => row >= from && row <= to)
    if (inside < 0) wrongs.push(wrongness(row, open))
    else if (!first.has(inside)) first.set(inside, row)
  }
  const earned = [...first].map(([n, row]) => {
    const [from, to] = open[n]!
    return sigmoid(-(to - row + 1) / (to - from + 1)) / sigmoid(-1)
  })
  const sums = Object.fromEntries(
    Object.entries(PROFILES).map(([name, { missed, wrong }]) => [
      name,
      sum(earned) - missed * (open.length - earned.length) + wrong * sum(wrongs),
    ]),
  ) as Record<ProfileName, number>
  return { windows: open.length, found: earned.length, wrong: wrongs.length, judged: rows - probation, sums }
}

/** Of 100: what all series together are worth between calling nothing (0) and calling each window at once and nothing else (100). */
export function scoreOf(outcomes: readonly Outcome[], name: ProfileName): number {
  const windows = sum(outcomes.map((outcome) => outcome.windows))
  const nothing = -windows * PROFILES[name].missed
  return (100 * (sum(outcomes.map(({ sums }) => sums[name])) - nothing)) / (windows - nothing)
}

/** From nearly 0 right behind a window to −1 three widths behind it, and before the first. */
function wrongness(row: number, windows: Labelled["windows"]): number {
  const last = windows.findLast(([, to]) => to < row)
  if (!last) return -1
  const distance = (row - last[1]) / (last[1] - last[0])
  return distance > 3 ? -1 : sigmoid(distance)
}

const sigmoid = (at: number): number => 2 / (1 + Math.exp(5 * at)) - 1

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
