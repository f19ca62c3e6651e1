import { FetchRefused, type SafeFetchOptions, type SafeResponse } from "#platform"
import { oneAtATime } from "../one-at-a-time.ts"
import type { SourceGround } from "../source-ground.ts"
import { SourceTrouble } from "../source.ts"
import { judgeRules, type Rules } from "./robots.ts"

const MOST_HOPS = 3

/**
 * Asks for a page that may be read, and for where it leads, each by the rules of the site that is asked for it. @throws SourceTrouble where
 * these don't allow it
 */
export async function askAllowed(
  ground: SourceGround,
  page: string,
  options: SafeFetchOptions,
  rulesFor: (url: string) => Promise<Rules>,
): Promise<SafeResponse> {
  let url = page
  for (let hops = 0; ; hops++) {
    const ask = () => ground.outbound.get(url, { timeoutMs: 20_000, ...options, redirects: "told" })
    const answer = await oneAtATime(ground.outbound, url, ask)
    const to = answer.status >= 300 && answer.status < 400 ? answer.headers.get("location") : null
    if (to === null) return answer
    if (hops === MOST_HOPS || !URL.canParse(to, url)) throw new FetchRefused("redirects")
    url = new URL(to, url).href
    if (!/^https?:/.test(url)) throw new FetchRefused("scheme")
    if (!judgeRules(await rulesFor(url), url).isAllowed)
      throw new SourceTrouble("unreadable", { remark: { key: "listening.remark.robots" } })
  }
}
