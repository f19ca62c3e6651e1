import type { Counts, Watch } from "../api.ts"

export interface Usual {
  /** How today is beside other days, by people. */
  is: "more" | "alike" | "less"
  times: number
  /** Half of the other days lie between these. */
  low: number
  high: number
}

const FEWEST_DAYS = 7

/** The last 24 hours beside the whole days that were read before; null: too few of them, or too little said, to compare with. */
export function usualOf(watch: Watch, month: Counts): Usual | null {
  const days = month.items.slice(0, -1).filter(({ complete }) => complete)
  const begun = days.findIndex(({ posts }) => posts > 0)
  const people = begun === -1 ? [] : days.slice(begun).map((day) => day.people)
  if (people.length < FEWEST_DAYS) return null
  const sorted = people.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!
  const [low, middle, high] = [at(0.25), at(0.5), at(0.75)]
  const now = watch.today.people
  const far = Math.max(high + 2, middle * 1.5)
  const is = now > far ? "more" : now < Math.min(low - 2, middle / 1.5) ? "less" : "alike"
  return { is, times: middle > 0 ? Math.round((now / middle) * 10) / 10 : 0, low, high }
}
