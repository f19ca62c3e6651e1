import { DAY } from "#platform"
import { customerOf } from "../company/customers.ts"
import { Random } from "../random.ts"
import { TOPICS } from "../speech/topics.ts"
import { momentOfDay, seasonal } from "./calendar.ts"
import type { CasePlan } from "./plan-case.ts"

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

/** What the nth case of the past is about and whose it is. */
export function casePlan({ seed, now, customers }: Past, n: number, at: number): CasePlan {
  const random = new Random(`${seed} case ${n}`)
  const topic = random.weighed(topicsOf(at))
  // Few write often: the square draws those to the front.
  const customer = customerOf(seed, Math.floor(random.next() ** 1.6 * customers), now)
  return { key: `past-${n}`, number: n + 1, topic, customer, random, at }
}

const known = new Map<number, readonly (readonly [(typeof TOPICS)[number], number])[]>()

/** What is written about on the day of this moment. */
function topicsOf(at: number): readonly (readonly [(typeof TOPICS)[number], number])[] {
  const day = Math.floor(at / DAY)
  let topics = known.get(day)
  if (!topics) known.set(day, (topics = TOPICS.map((one) => [one, one.weight * seasonal(one.season, at)] as const)))
  return topics
}
