import { type Rules, rulesOf } from "./page/robots.ts"
import type { SourceGround } from "./source-ground.ts"

/** What sites ask of readers, for each way out. */
const remembered = new WeakMap<object, Map<string, Rules>>()
/** So many sites are remembered, those longest that were asked last. */
const MOST = 2000

/** Gives the rules of a page's site: each is asked once in a turn, and not again while what it said holds. */
export function siteRules(ground: SourceGround): (url: string) => Promise<Rules> {
  const known = remembered.get(ground.outbound) ?? new Map<string, Rules>()
  remembered.set(ground.outbound, known)
  const asked = new Map<string, Promise<Rules>>()
  const ask = async (origin: string, url: string): Promise<Rules> => {
    const before = known.get(origin) ?? null
    const rules = await rulesOf(ground, url, before)
    if (rules === before) return rules
    known.delete(origin)
    known.set(origin, rules)
    if (known.size > MOST) known.delete(known.keys().next().value ?? "")
    return rules
  }
  return (url) => {
    const { origin } = new URL(url)
    const rules = asked.get(origin) ?? ask(origin, url)
    asked.set(origin, rules)
    return rules
  }
}
