import type { Counts } from "../api.ts"

/** The steps before which a curve breaks: a source began or ended, the query changed, the watch began, paused or went on. */
export const breaksOf = ({ changes, changedAt, listened, items }: Counts): number[] => [
  ...new Set(
    [...changes.map(({ at }) => at), ...(changedAt ? [changedAt] : []), ...listened.flatMap(({ from, to }) => [from, ...(to ? [to] : [])])]
      .map((at) => items.findIndex((one) => one.at > at))
      .filter((at) => at > 0),
  ),
]

/** When the watch didn't listen in this time, as far as it was there. */
export function pausesIn({ from, to, listened }: Counts): { from: string; to: string }[] {
  const ends = listened.flatMap((one) => (one.to === null || one.to >= to ? [] : [one.to]))
  return ends.flatMap((end) => {
    const next = listened.find((one) => one.from >= end)?.from ?? to
    return end > from || next > from ? [{ from: end, to: next }] : []
  })
}
