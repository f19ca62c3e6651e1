import { FetchRefused } from "#platform"
import { answerTrouble } from "./answer-trouble.ts"
import { askAllowed } from "./page/ask-allowed.ts"
import { judgeRules, type Rules } from "./page/robots.ts"
import { siteRules } from "./site-rules.ts"
import type { SourceGround } from "./source-ground.ts"
import { type KeptThing, type LookedAgain, SourceTrouble } from "./source.ts"
import { eachByItself, type Standing } from "./still-there.ts"

/** Whether articles are where they stood, as far as their sites let programs look. A site that wants to be left alone is. */
export async function articlesThere(ground: SourceGround, kept: readonly KeptThing[]): Promise<LookedAgain> {
  const rulesFor = siteRules(ground)
  const resting = new Set<string>()
  let until: Date | null = null
  const look = async (url: string): Promise<Standing | null> => {
    const { origin } = new URL(url)
    if (resting.has(origin)) return null
    try {
      return await standing(ground, url, rulesFor)
    } catch (error) {
      // Of one article nothing is said, whatever its site says: others stand elsewhere.
      if (error instanceof FetchRefused) return "unsaid"
      if (!(error instanceof SourceTrouble)) throw error
      if (error.code !== "throttled") return "unsaid"
      resting.add(origin)
      if (error.until && (until === null || error.until > until)) until = error.until
      return null
    }
  }
  const looked = new Map<string, Promise<Standing | null>>()
  const found = await eachByItself(kept, ({ url }) => {
    if (url === null) return Promise.resolve<Standing>("unsaid")
    const known = looked.get(url) ?? look(url)
    looked.set(url, known)
    return known
  })
  return found.unasked ? { ...found, unasked: { ...found.unasked, until } } : found
}

/** @throws SourceTrouble where its site wants to be left alone */
async function standing(ground: SourceGround, url: string, rulesFor: (url: string) => Promise<Rules>): Promise<Standing> {
  if (!judgeRules(await rulesFor(url), url).isAllowed) return "unsaid"
  const answer = await askAllowed(ground, url, { headers: { "user-agent": ground.agent }, maxBytes: 1, cut: true }, rulesFor)
  if (answer.status === 404 || answer.status === 410) return "missing"
  const trouble = answerTrouble(answer, ground.clock.now())
  if (trouble?.code === "throttled") throw trouble
  return answer.status < 300 ? "there" : "unsaid"
}
