import { META_ID } from "#places"
import type { KeptThing, LookedAgain } from "../source.ts"
import { eachByItself, type Standing } from "../still-there.ts"
import type { Graph } from "./graph.ts"

/** Where a thing stands. */
interface Place {
  /** On one's own page or account, or under what stands there. */
  isOwn: boolean
  /** What it would stand under: one's own, where Meta shows it. */
  under: readonly string[]
}

/**
 * Which things are still shown by their ids. Only on one's own page or account is what isn't shown taken not to be there: elsewhere it may be
 * for other eyes. Meta is asked while calls are plenty. @throws SourceTrouble where nothing can be asked for now
 */
export async function stillShown(graph: Graph, kept: readonly KeptThing[], placeOf: (one: KeptThing) => Place): Promise<LookedAgain> {
  const shown = new Map<string, Promise<boolean>>()
  const isShown = (id: string): Promise<boolean> => {
    const asked = shown.get(id) ?? graph.shows(id)
    shown.set(id, asked)
    return asked
  }
  const standing = async (one: KeptThing): Promise<Standing> => {
    const { isOwn, under } = placeOf(one)
    const parents = under.filter(isAskable)
    if (!isAskable(one.key) || (!isOwn && parents.length === 0)) return "unsaid"
    if (await isShown(one.key)) return "there"
    if (isOwn) return "missing"
    for (const id of parents) if (await isShown(id)) return "missing"
    return "unsaid"
  }
  return eachByItself(kept, async (one) => (graph.waits ? null : standing(one)))
}

/** Ids of the Graph API are digits, at Facebook after those of the page or post. */
const isAskable = (id: string): boolean => id.split("_").every((part) => META_ID.test(part))
