import { DAY } from "#platform"
import { customerOf } from "../company/customers.ts"
import { Random } from "../random.ts"
import { TOPICS } from "../speech/topics.ts"
import { seasonal } from "./calendar.ts"
import type { CasePlan } from "./plan-case.ts"
import type { Past } from "./plan-past.ts"

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
