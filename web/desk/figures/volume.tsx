import { useMemo } from "react"
import type { Figures } from "../api/types.ts"
import { Chart, type Series } from "./chart.tsx"
import { Section } from "./section.tsx"
import { useFigureWords } from "./use-figure-words.ts"

/** The points of a chart of these figures. */
function useSteps(figures: Figures) {
  const { step, short } = useFigureWords()
  return useMemo(
    () => figures.steps.map(({ from }) => ({ long: step(from, figures.period.step), short: short(from, figures.period.step) })),
    [figures, step, short],
  )
}

/** Who waited at the end of each day. */
export function Waiting({ figures }: { figures: Figures }) {
  const { say, number } = useFigureWords()
  const steps = useSteps(figures)
  const series = useMemo<Series[]>(
    () => [{ name: say("figures.waiting"), values: figures.steps.map(({ waiting }) => waiting), ink: "accent", shape: "steps" }],
    [figures, say],
  )
  const most = Math.max(...figures.steps.map(({ waiting }) => waiting))
  return (
    <Section
      title={say("figures.waitingOverTime")}
      answer={
        most > 0
          ? say("figures.waitingMost", { count: most, at: steps[figures.steps.findIndex(({ waiting }) => waiting === most)]!.long })
          : say("figures.waitingNone")
      }
      sheet={{
        name: say("figures.waitingOverTime"),
        columns: [say("figures.step"), say("figures.waiting")],
        rows: figures.steps.map(({ from, waiting }) => [from, waiting]),
      }}
    >
      <Chart label={say("figures.waitingOverTime")} steps={steps} series={series} words={number} />
    </Section>
  )
}

/** What came and what went, by channel; cases opened and resolved. */
export function Volume({ figures }: { figures: Figures }) {
  const { say, number } = useFigureWords()
  const steps = useSteps(figures)
  const { volume, own } = figures
  const channels = figures.steps[0]?.channels.map(({ channel }) => channel) ?? []
  const series = useMemo<Series[]>(() => {
    const sum = (way: "in" | "out") => figures.steps.map(({ channels: all }) => all.reduce((n, one) => n + one[way], 0))
    return [
      { name: say("figures.in"), values: sum("in"), ink: "accent", shape: "bars" },
      { name: say("figures.out"), values: sum("out"), ink: "lamp", shape: "bars" },
    ]
  }, [figures, say])
  return (
    <Section
      title={say("figures.volume")}
      answer={
        <>
          <p>
            {say("figures.volumeWords", {
              in: volume.in.now,
              inBefore: volume.in.before,
              out: volume.out.now,
              outBefore: volume.out.before,
            })}{" "}
            {say("figures.casesWords", {
              opened: volume.opened.now,
              openedBefore: volume.opened.before,
              resolved: volume.resolved.now,
              resolvedBefore: volume.resolved.before,
            })}
          </p>
          {own && own.answers > 0 && <p className="figures-aside">{say("figures.own", { count: own.answers })}</p>}
        </>
      }
      sheet={{
        name: say("figures.volume"),
        columns: [
          say("figures.step"),
          ...channels.flatMap((channel) => [`${say("figures.in")} (${channel})`, `${say("figures.out")} (${channel})`]),
          say("figures.opened"),
          say("figures.resolved"),
        ],
        rows: figures.steps.map(({ from, channels: all, opened, resolved }) => [
          from,
          ...all.flatMap((one) => [one.in, one.out]),
          opened,
          resolved,
        ]),
      }}
    >
      <Chart label={say("figures.volume")} steps={steps} series={series} words={number} />
    </Section>
  )
}
