import { FIELD, outcomeOf, readBrands } from "./surge/brands.ts"
import { PROFILES, type ProfileName, scoreOf, sum } from "./surge/nab.ts"
import type { SuiteResult } from "./suite.ts"

/** Surges of five brands, by the rules of a public benchmark: better than the best of the field in each of its three profiles. */
export async function surgeSuite(): Promise<SuiteResult> {
  const outcomes = readBrands().map((brand) => outcomeOf(brand))
  const details = (Object.keys(PROFILES) as ProfileName[]).map((name) => {
    const [reached, best] = [scoreOf(outcomes, name), Math.max(...Object.values(FIELD).map((scores) => scores[name]))]
    return `${reached > best ? "" : "FAILED "}${name}: ${reached.toFixed(1)} (best of the field: ${best})`
  })
  const found = sum(outcomes.map((outcome) => outcome.found))
  const windows = sum(outcomes.map((outcome) => outcome.windows))
  details.push(`${found} of ${windows} events, ${sum(outcomes.map(({ wrong }) => wrong))} calls outside of them`)
  const failed = details.filter((detail) => detail.startsWith("FAILED")).length
  const passed = Object.keys(PROFILES).length - failed
  return { suite: "surge", passed, failed, details, goal: "above the field in each profile", reached: failed === 0 }
}
