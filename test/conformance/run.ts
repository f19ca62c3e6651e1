import { bouncesSuite } from "./bounces.ts"
import { feedsSuite } from "./feeds.ts"
import { htmlSuite } from "./html.ts"
import { mailSuite } from "./mail.ts"
import { repliesSuite } from "./replies.ts"
import { sharedData, type Suite, type SuiteResult } from "./suite.ts"
import { surgeSuite } from "./surge.ts"

/** `npm run conformance [SUITE…]`: the cases that other projects publish, and how many of them we meet. */

const suites: Record<string, Suite> = {
  mail: mailSuite,
  replies: repliesSuite,
  bounces: bouncesSuite,
  html: htmlSuite,
  surge: surgeSuite,
  feeds: feedsSuite,
}
const wanted = process.argv.slice(2)

if (!sharedData()) {
  console.log("conformance: skipped, ../shared/data is not here (VIGIE_SHARED names another place)")
} else {
  for (const [name, suite] of Object.entries(suites)) {
    if (wanted.length && !wanted.includes(name)) continue
    const { passed, failed, details, goal, reached } = await suite().catch(brokenSuite)
    console.log(`${reached ? "ok  " : "FAIL"} ${name}: ${passed} passed, ${failed} failed (goal: ${goal})`)
    for (const detail of details) console.log(`     ${detail}`)
    if (!reached) process.exitCode = 1
  }
}

/** A suite that can't run hasn't reached its goal. */
function brokenSuite(error: unknown): Omit<SuiteResult, "suite"> {
  return { passed: 0, failed: 1, details: [String(error)], goal: "to run", reached: false }
}
