import { SurgeDetector } from "#listening"
import { sharedData } from "../test/conformance/suite.ts"
import { type Brand, FIELD, outcomeOf, readBrands } from "../test/conformance/surge/brands.ts"
import { type Outcome, PROFILES, type ProfileName, scoreOf, sum } from "../test/conformance/surge/nab.ts"
import { progress, report } from "./report.ts"

const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[]
const ROWS_A_WEEK = 7 * 288
const THRESHOLDS = Array.from({ length: 13 }, (_, n) => 1.2 + 0.05 * n)

/** How surges are told from noise, by the rules of the Numenta Anomaly Benchmark; and how fast. */
export async function surge(): Promise<void> {
  if (!sharedData()) {
    progress("surge: skipped, ../shared/data is not here (VIGIE_SHARED names another place)")
    return
  }
  const brands = readBrands()
  const began = performance.now()
  const outcomes = brands.map((brand) => outcomeOf(brand))
  const seconds = (performance.now() - began) / 1000
  tell("surge", outcomes, true)
  for (const [n, { name }] of brands.entries()) tell(`surge.${name}`, [outcomes[n]!], false)
  tell("surge.left-out", leaveOneOut(brands), true)
  report({ bench: "surge", metric: "rate", value: sum(brands.map(({ rows }) => rows)) / seconds, unit: "rows/s" })
  report({ bench: "surge", metric: "state.max", value: Math.max(...brands.map(stateSize)) / 1000, unit: "kB" })
}

function tell(bench: string, outcomes: readonly Outcome[], beside: boolean): void {
  for (const name of PROFILE_NAMES) {
    const value = scoreOf(outcomes, name)
    const metric = name.replaceAll(" ", "-")
    if (!beside) report({ bench, metric, value, unit: "of 100" })
    else
      for (const [peer, scores] of Object.entries(FIELD))
        report({ bench, metric, value, unit: "of 100", peer: `${peer} ${scores[name]}`, ratio: value / scores[name] })
  }
  const weeks = sum(outcomes.map(({ judged }) => judged)) / ROWS_A_WEEK
  const wrong = sum(outcomes.map((outcome) => outcome.wrong))
  report({
    bench,
    metric: "found",
    value: sum(outcomes.map(({ found }) => found)),
    unit: `of ${sum(outcomes.map(({ windows }) => windows))} events`,
  })
  report({ bench, metric: "wrong", value: wrong, unit: `rows in ${weeks.toFixed(1)} brand-weeks` })
  report({ bench, metric: "wrong.week", value: wrong / weeks, unit: "rows/brand-week" })
}

/** Each brand judged with the threshold that the four others would choose: the middle of where they are furthest above the field. */
function leaveOneOut(brands: readonly Brand[]): Outcome[] {
  const table = THRESHOLDS.map((threshold) => brands.map((brand) => outcomeOf(brand, threshold)))
  return brands.map(({ name }, out) => {
    const margins = table.map((outcomes) => margin(outcomes.filter((_, n) => n !== out)))
    const around = margins.map((_, n) => (n === 0 || n === margins.length - 1 ? -Infinity : sum(margins.slice(n - 1, n + 2))))
    const chosen = around.indexOf(Math.max(...around))
    progress(`without ${name}: ${THRESHOLDS[chosen]!.toFixed(2)}`)
    return table[chosen]![out]!
  })
}

/** How far above the field, in the profile where it is least. */
const margin = (outcomes: readonly Outcome[]): number =>
  Math.min(...PROFILE_NAMES.map((name) => scoreOf(outcomes, name) - Math.max(...Object.values(FIELD).map((scores) => scores[name]))))

function stateSize({ counts }: Brand): number {
  const detector = new SurgeDetector()
  for (const posts of counts) detector.push({ posts })
  return JSON.stringify(detector.state).length
}
