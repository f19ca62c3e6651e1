import robotsModule from "robots-parser"
import { z } from "zod"
import { FetchRefused, HOUR } from "#platform"
import { oneAtATime } from "../one-at-a-time.ts"
import type { SourceGround } from "../source-ground.ts"
import { SourceTrouble } from "../source.ts"

/** What a site asks of readers, and when it was asked. */
export type Rules = { text: string; at: string }

interface Robots {
  isAllowed: (url: string, agent: string) => boolean | undefined
  getCrawlDelay: (agent: string) => number | undefined
}

/** Its types say otherwise than it is: what it gives is the function itself. */
const robotsParser = z.custom<(url: string, text: string) => Robots>((value) => typeof value === "function").parse(robotsModule)

const LARGEST = 500_000
const KEPT = 24 * HOUR
/** How we are called in such rules. */
const NAME = "Vigie"

/** The rules of a page's site (RFC 9309), from the last time if that isn't long ago. @throws SourceTrouble where they can't be had */
export async function rulesOf(ground: SourceGround, page: string, before: Rules | null): Promise<Rules> {
  const now = ground.clock.now()
  if (before && now.getTime() - Date.parse(before.at) < KEPT) return before
  const url = new URL("/robots.txt", page).href
  const ask = () => ground.outbound.get(url, { headers: { "user-agent": ground.agent }, maxBytes: LARGEST, cut: true, redirects: 5 })
  try {
    const { status, body } = await oneAtATime(ground.outbound, url, ask)
    // Where there are none, everything may be read; where they can't be told, nothing may.
    if (status >= 500 || status === 429) throw new SourceTrouble("unreachable", { remark: { key: "listening.remark.robotsDown" } })
    return { text: status < 300 ? body.toString("utf8") : "", at: now.toISOString() }
  } catch (error) {
    if (error instanceof FetchRefused && error.reason === "redirects") return { text: "", at: now.toISOString() }
    throw error
  }
}

/** Whether the page may be read, and how many seconds are asked for between two looks. */
export function judgeRules({ text }: Rules, page: string): { isAllowed: boolean; delay: number } {
  const rules = robotsParser(new URL("/robots.txt", page).href, text)
  return { isAllowed: rules.isAllowed(page, NAME) ?? true, delay: rules.getCrawlDelay(NAME) ?? 0 }
}
