import type { Counts } from "../api.ts"

/** The steps before which a curve breaks: a source began or ended. */
export const breaksOf = ({ changes, changedAt, items }: Counts): number[] => [
  ...new Set(
    [...changes.map(({ at }) => at), ...(changedAt ? [changedAt] : [])]
      .map((at) => items.findIndex((one) => one.at > at))
      .filter((at) => at > 0),
  ),
]
