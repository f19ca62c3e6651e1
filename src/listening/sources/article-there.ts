import { FetchRefused } from "#platform"
import { askAllowed } from "./page/ask-allowed.ts"
import { judgeRules, type Rules, rulesOf } from "./page/robots.ts"
import type { SourceGround } from "./source-ground.ts"
import { type KeptThing, type LookedAgain, SourceTrouble } from "./source.ts"
import { eachByItself, type Standing } from "./still-there.ts"

/** Whether articles are where they stood, as far as their sites let programs look. */
export async function articlesThere(ground: SourceGround, kept: readonly KeptThing[]): Promise<LookedAgain> {
  const rules = new Map<string, Promise<Rules>>()
  const rulesFor = (url: string): Promise<Rules> => {
    const { origin } = new URL(url)
    const known = rules.get(origin) ?? rulesOf(ground, url, null)
    rules.set(origin, known)
    return known
  }
  const options = { headers: { "user-agent": ground.agent }, maxBytes: 1, cut: true }
  return eachByItself(kept, async ({ url }): Promise<Standing> => {
    if (url === null) return "unsaid"
    try {
      if (!judgeRules(await rulesFor(url), url).isAllowed) return "unsaid"
      const { status } = await askAllowed(ground, url, options, rulesFor)
      return status === 404 || status === 410 ? "missing" : status < 300 ? "there" : "unsaid"
    } catch (error) {
      // Of one article nothing is said, whatever its site says: others stand elsewhere.
      if (error instanceof FetchRefused || error instanceof SourceTrouble) return "unsaid"
      throw error
    }
  })
}
