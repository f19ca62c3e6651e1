/** How many times the mean is usual at a row. */
export type Rhythm = (row: number) => number

/** By day more than by night, `times` as many at the height of the day as at the depth of the night. */
export const dayAndNight =
  (rowsADay: number, times: number): Rhythm =>
  (row) =>
    Math.sqrt(times) ** Math.sin((2 * Math.PI * row) / rowsADay)

/** Counts of a watch, the same each time: days × rows a day, about `mean` a row. */
export function ordinaryCounts(days: number, rowsADay: number, mean: number, rhythm?: Rhythm): number[] {
  let seed = 20
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  return Array.from({ length: days * rowsADay }, (_, row) => {
    const usual = mean * (rhythm ? rhythm(row) : 1 + 0.6 * Math.sin((2 * Math.PI * row) / rowsADay))
    const noise = random() + random() + random() - 1.5
    return Math.max(0, Math.round(usual + 2 * noise * Math.sqrt(usual)))
  })
}

/** The same with `times` as many from one row on, for so many rows. */
export function raised(counts: readonly number[], from: number, rows: number, times: number): number[] {
  return counts.map((count, row) => (row >= from && row < from + rows ? Math.round((count + 1) * times) : count))
}
