import { useMemo, useState } from "react"
import type { Figures } from "../api/types.ts"
import { Choice } from "../parts/choice.tsx"
import { Chart, type Series } from "./chart.tsx"
import { Section } from "./section.tsx"
import { type Lasted, useFigureWords } from "./use-figure-words.ts"

/** How long first answers, next answers and resolutions took: in the middle, and for one in ten; by the clock or in working hours. */
export function Answers({ figures }: { figures: Figures }) {
  const { say, number, length, step, short } = useFigureWords()
  const measured = figures.times.some(({ worked }) => worked !== null)
  const [by, setBy] = useState<"clock" | "worked">("clock")
  const worked = by === "worked" && measured
  const told = (minutes: number | null) => (minutes === null ? say("figures.tooFew") : length(minutes, worked))
  const rows = figures.times.map(({ name, now, before, worked: nowWorked, workedBefore }) => ({
    name,
    now: worked ? (nowWorked ?? EMPTY) : now,
    before: worked ? (workedBefore ?? EMPTY) : before,
  }))
  const charted = useMemo(() => {
    const first = figures.steps.map((one) => (worked ? (one.firstWorked ?? EMPTY) : one.first))
    const series: Series[] = [
      { name: say("figures.median"), values: first.map(({ median }) => median), ink: "accent", shape: "line" },
      { name: say("figures.p90"), values: first.map(({ p90 }) => p90), ink: "lamp", shape: "dashed" },
    ]
    return {
      series,
      steps: figures.steps.map(({ from }) => ({ long: step(from, figures.period.step), short: short(from, figures.period.step) })),
    }
  }, [figures, worked, say, step, short])
  const words = useMemo(() => (value: number) => length(Math.round(value), worked), [length, worked])
  return (
    <Section
      title={say("figures.answers")}
      sheet={{
        name: say("figures.answers"),
        columns: [say("figures.step"), say("figures.n"), say("figures.medianMinutes"), say("figures.p90Minutes")],
        rows: figures.steps.map((one) => {
          const { n, median, p90 } = worked ? (one.firstWorked ?? EMPTY) : one.first
          return [one.from, n, median, p90]
        }),
      }}
    >
      <Choice
        className="heat-choice"
        label={say("figures.measuredBy")}
        name="by"
        value={worked ? "worked" : "clock"}
        onChange={setBy}
        disabled={!measured}
        {...(measured ? {} : { help: say("figures.noHours") })}
        options={[
          { value: "clock", label: say("figures.byClock") },
          { value: "worked", label: say("figures.byWorked") },
        ]}
      />
      <div className="sheet" tabIndex={0} role="group" aria-label={say("figures.answers")}>
        <table>
          <caption className="unseen">{say(worked ? "figures.byWorked" : "figures.byClock")}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{say("figures.n")}</th>
              <th scope="col">{say("figures.median")}</th>
              <th scope="col">{say("figures.p90")}</th>
              <th scope="col">{say("figures.medianBefore")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, now, before }) => (
              <tr key={name}>
                <th scope="row">{say(`figures.time.${name}`)}</th>
                <td>{number(now.n)}</td>
                <td className="sheet-main">{told(now.median)}</td>
                <td>{told(now.p90)}</td>
                <td>
                  {told(before.median)} <small>({number(before.n)})</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className="figure-sub">{say("figures.firstOverTime")}</h3>
      <Chart label={say("figures.firstOverTime")} {...charted} words={words} />
    </Section>
  )
}

const EMPTY: Lasted = { n: 0, median: null, p90: null }
