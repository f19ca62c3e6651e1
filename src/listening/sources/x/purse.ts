import type { Cost, SourceGround } from "../source-ground.ts"
import { type Budget, SourceTrouble } from "../source.ts"
import type { XSettings } from "./settings.ts"

/** X answers with ten posts at least, and with a hundred at most. */
const PAGE = { least: 10, most: 100 }

const microsOf = (dollars: number): number => Math.round(dollars * 1e6)

export const budgetOf = ({ budget, most }: XSettings): Budget => ({ micros: microsOf(budget), things: most })

/** What so many posts, and the names of so many people, cost. */
const costOf = ({ price, namePrice }: XSettings, posts: number, people: number): Cost => ({
  things: posts,
  micros: posts * microsOf(price) + people * microsOf(namePrice),
})

/**
 * Asks for as many posts as the month still pays for, a page at most. The money is set aside before it is asked for; what the answer cost
 * less is given back. Where no answer came it stays spent: nobody knows whether X counted it. @throws SourceTrouble when the month is spent
 */
export async function spend<T>(
  ground: SourceGround,
  settings: XSettings,
  ask: (posts: number) => Promise<{ value: T; posts: number; people: number }>,
): Promise<T> {
  const month = ground.clock.now().toISOString().slice(0, 7)
  const budget = budgetOf(settings)
  const limits: Cost = { micros: budget.micros, things: budget.things ?? Number.MAX_SAFE_INTEGER }
  const spent = await ground.spending.of(month)
  const each = costOf(settings, 1, settings.names ? 1 : 0).micros
  const posts = Math.min(PAGE.most, limits.things - spent.things, Math.floor((limits.micros - spent.micros) / each))
  const set = costOf(settings, posts, settings.names ? posts : 0)
  if (posts < PAGE.least || !(await ground.spending.book(month, set, limits))) throw spentTrouble(ground, budget, spent)
  try {
    const answer = await ask(posts)
    const cost = costOf(settings, answer.posts, answer.people)
    await ground.spending.giveBack(month, { things: set.things - cost.things, micros: set.micros - cost.micros })
    return answer.value
  } catch (error) {
    // A refusal costs nothing (docs.x.com/x-api/fundamentals/post-cap).
    if (error instanceof SourceTrouble && error.code !== "unreadable") await ground.spending.giveBack(month, set)
    throw error
  }
}

/** Dollars in whole cents; a part of one counts as one. */
const cents = (micros: number): number => Math.ceil(micros / 1e4) / 100

function spentTrouble({ clock }: SourceGround, { micros }: Budget, spent: Cost): SourceTrouble {
  const now = clock.now()
  const until = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1, 0, 1))
  const values = { posts: spent.things, spent: cents(spent.micros), budget: cents(micros) }
  return new SourceTrouble("throttled", { until, remark: { key: "listening.remark.budgetSpent", values } })
}
