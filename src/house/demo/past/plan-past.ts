import { DAY } from "#platform"
import { Random } from "../random.ts"
import { TOPICS } from "../speech/topics.ts"
import { momentOfDay, seasonal } from "./calendar.ts"

export interface Past {
  seed: string
  /** Tonight. */
  now: number
  cases: number
  customers: number
}

const DAYS = 3 * 365
/** The company has grown: today brings so many times what the first day brought. */
const GROWTH = 7

/** When each case of the past began, the oldest first, with the number that it has. */
export function beginnings({ seed, now, cases }: Past): number[] {
  const random = new Random(`${seed} beginnings`)
  const days = Array.from({ length: DAYS }, (_, n) => {
    const day = now - (DAYS - 1 - n) * DAY
    const week = [0.75, 1.35, 1.1, 1.05, 1, 1, 0.8][new Date(day).getUTCDay()] ?? 1
    const season = TOPICS.reduce((sum, topic) => sum + topic.weight * seasonal(topic.season, day), 0)
    const storm = random.chance(0.012) ? 2.4 : 1
    return { day, weight: Math.exp((Math.log(GROWTH) * n) / DAYS) * week * season * storm }
  })
  const sum = days.reduce((all, { weight }) => all + weight, 0)
  const found: number[] = []
  let carried = 0
  for (const { day, weight } of days) {
    carried += (weight / sum) * cases
    for (; carried >= 1; carried--) found.push(Math.min(momentOfDay(random, day), now - random.between(60, 3600) * 1000))
  }
  while (found.length < cases) found.push(now - random.between(2, 300) * 60_000)
  return found.toSorted((a, b) => a - b)
}
