/** Counts of a watch that is spoken of by day more than by night, the same each time: days × rows a day, about `mean` a row. */
export function ordinaryCounts(days: number, rowsADay: number, mean: number): number[] {
  let seed = 20
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  return Array.from({ length: days * rowsADay }, (_, row) => {
    const byDay = 1 + 0.6 * Math.sin((2 * Math.PI * row) / rowsADay)
    const noise = random() + random() + random() - 1.5
    return Math.max(0, Math.round(mean * byDay + 2 * noise * Math.sqrt(mean * byDay)))
  })
}

/** The same with `times` as many from one row on, for so many rows. */
export function raised(counts: readonly number[], from: number, rows: number, times: number): number[] {
  return counts.map((count, row) => (row >= from && row < from + rows ? Math.round((count + 1) * times) : count))
}
