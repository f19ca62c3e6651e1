import { readFeed } from "#listening"
import { isSame } from "./feeds/compare.ts"
import { type FeedCase, feedCases } from "./feeds/cases.ts"
import { harmIn, htmlOf } from "./feeds/safety.ts"
import { NOT_KEPT, toldOf } from "./feeds/told.ts"
import { openWitness } from "./html/witness.ts"
import type { SuiteResult } from "./suite.ts"

const MIN_READ = 0.99
const MIN_CHECKS = 0.95
const A_PAGE = 60

/**
 * The feeds of feedparser's own tests: read without error, with the values expected in the fields we keep (`feeds/told.ts` says which,
 * and why), and nothing in them that could run. What is safe is judged by reading it and by Chromium, not by its letters: profiles differ.
 */
export async function feedsSuite(): Promise<SuiteResult> {
  const cases = feedCases()
  const details: string[] = []
  let [read, right, checks, left, harmful] = [0, 0, 0, 0, 0]
  const pieces: string[] = []
  for (const each of cases) {
    const outcome = readFeed(each.bytes, each.context)
    if (!("feed" in outcome)) {
      details.push(`FAILED ${each.path}: ${outcome.unreadable}`)
      continue
    }
    read++
    const harm = harmIn(outcome.feed)
    if (harm) {
      harmful++
      details.push(`FAILED ${each.path} isn't safe: ${harm}`)
    }
    pieces.push(...htmlOf(outcome.feed))
    if (isSanitising(each)) continue
    for (const [path, expected] of each.checks) {
      const told = toldOf(outcome.feed, path)
      if (told === NOT_KEPT) left++
      else if (isSame(expected, told)) right++
      else
        details.push(
          `${each.path} ${path}: ${JSON.stringify(told)?.slice(0, 200)} where ${JSON.stringify(expected).slice(0, 200)} is expected`,
        )
      if (told !== NOT_KEPT) checks++
    }
  }
  const ran = await whatRuns(pieces)
  details.push(
    `${read} of ${cases.length} read, ${right} of ${checks} checks right, ${left} on fields not kept, ${harmful} unsafe, ${ran ?? "nothing ran"}`,
  )
  const reached = read / cases.length >= MIN_READ && right / checks >= MIN_CHECKS && harmful === 0 && ran === null
  const failed = cases.length - read + (checks - right) + harmful + (ran ? 1 : 0)
  return { suite: "feeds", passed: read + right, failed, details, goal: "99 % read, 95 % of the checks, all safe", reached }
}

/** Cases of the sanitiser, whose letters depend on its profile. */
const isSanitising = ({ path }: FeedCase): boolean => path.includes("/sanitize/")

/** What all that HTML does in a browser with nothing to hold it back; null where it does nothing. */
async function whatRuns(pieces: readonly string[]): Promise<string | null> {
  const witness = await openWitness()
  try {
    for (let at = 0; at < pieces.length; at += A_PAGE) {
      const html = pieces.slice(at, at + A_PAGE).map((piece) => `<article>${piece}</article>`)
      const seen = await witness.open({
        html: `<!doctype html><meta charset="utf-8"><main></main>${html.join("")}`,
        texts: [],
        framed: null,
      })
      if (seen.executed) return `something ran on page ${at / A_PAGE}`
      if (seen.requests.length) return `asked for ${seen.requests[0]}`
    }
    return null
  } finally {
    await witness.close()
  }
}
