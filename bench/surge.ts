import { SurgeDetector } from "#listening"
import { sharedData } from "../test/conformance/suite.ts"
import { type Brand, FIELD, outcomeOf, readBrands } from "../test/conformance/surge/brands.ts"
import { type Outcome, PROFILES, type ProfileName, scoreOf, sum } from "../test/conformance/surge/nab.ts"
import { progress, report } from "./report.ts"

const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[]
const ROWS_A_WEEK = 7 * 288
const THRESHOLDS = [1.3, 1.35, 1.4, 1.45, 1.5, 1.55, 1.6, 1.65]
const WARINESS = [0.1, 0.2, 0.3, 0.4, 0.5]
const TUNINGS = WARINESS.flatMap((wariness) => THRESHOLDS.map((threshold) => ({ threshold, wariness })))

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

/** Each brand judged with the threshold and the wariness that the four others would choose: where they and their neighbours are furthest above. */
function leaveOneOut(brands: readonly Brand[]): Outcome[] {
  const table = TUNINGS.map((tuning) => brands.map((brand) => outcomeOf(brand, tuning)))
  return brands.map(({ name }, out) => {
    const margins = table.map((outcomes) => margin(outcomes.filter((_, n) => n !== out)))
    const around = TUNINGS.map((_, n) => Math.min(...neighbours(n).map((one) => margins[one]!)))
    const chosen = around.indexOf(Math.max(...around))
    progress(`without ${name}: ${TUNINGS[chosen]!.threshold}, ${TUNINGS[chosen]!.wariness}`)
    return table[chosen]![out]!
  })
}

/** A tuning and those one step away. */
function neighbours(of: number): number[] {
  const [row, column] = [Math.floor(of / THRESHOLDS.length), of % THRESHOLDS.length]
  return TUNINGS.flatMap((_, n) =>
    Math.abs(Math.floor(n / THRESHOLDS.length) - row) + Math.abs((n % THRESHOLDS.length) - column) < 2 ? [n] : [],
  )
}

/** How far above the field, in the profile where it is least. */
const margin = (outcomes: readonly Outcome[]): number =>
  Math.min(...PROFILE_NAMES.map((name) => scoreOf(outcomes, name) - Math.max(...Object.values(FIELD).map((scores) => scores[name]))))

function stateSize({ counts }: Brand): number {
  const detector = new SurgeDetector()
  for (const posts of counts) detector.push({ posts })
  return JSON.stringify(detector.state).length
}
