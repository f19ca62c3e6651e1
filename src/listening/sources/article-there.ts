import { FetchRefused } from "#platform"
import { oneAtATime } from "./one-at-a-time.ts"
import { judgeRules, type Rules, rulesOf } from "./page/robots.ts"
import type { SourceGround } from "./source-ground.ts"
import { type KeptThing, type LookedAgain, SourceTrouble } from "./source.ts"
import { eachByItself, type Standing } from "./still-there.ts"

/** Whether articles are where they stood, as far as their sites let programs look. */
export async function articlesThere(ground: SourceGround, kept: readonly KeptThing[]): Promise<LookedAgain> {
  const rules = new Map<string, Rules | null>()
  const rulesFor = async (url: string): Promise<Rules | null> => {
    const { origin } = new URL(url)
    if (!rules.has(origin)) rules.set(origin, await rulesOf(ground, url, null).catch(noRules))
    return rules.get(origin) ?? null
  }
  return eachByItself(kept, async ({ url }): Promise<Standing> => {
    const site = url === null ? null : await rulesFor(url)
    if (url === null || site === null || !judgeRules(site, url).isAllowed) return "unsaid"
    try {
      const ask = () => ground.outbound.get(url, { headers: { "user-agent": ground.agent }, maxBytes: 1, cut: true, timeoutMs: 20_000 })
      const { status } = await oneAtATime(ground.outbound, url, ask)
      return status === 404 || status === 410 ? "missing" : status < 300 ? "there" : "unsaid"
    } catch (error) {
      if (error instanceof FetchRefused) return "unsaid"
      throw error
    }
  })
}

/** Where a site's rules can't be had, none of its articles is looked at. */
function noRules(error: unknown): null {
  if (error instanceof SourceTrouble || error instanceof FetchRefused) return null
  throw error
}
