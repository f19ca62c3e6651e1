import { Link, useNavigate } from "@tanstack/react-router"
import { useCallback, useMemo } from "react"
import type { WatchTold } from "#house"
import { Chart, type Series } from "../../figures/chart.tsx"
import { Section } from "../../figures/section.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Counts, Watch } from "../api.ts"
import { Checked } from "../mentions/checked.tsx"
import { TONES } from "../search.ts"
import { Completeness } from "./completeness.tsx"
import { Frame } from "./frame.tsx"
import { ShareLine } from "./share-line.tsx"
import { useBreaks } from "./use-breaks.ts"
import { useStepNames } from "./use-step-names.ts"

/** The lines of the curve, in their order. */
const LINES = ["negative", "positive"] as const

/** In what tone people spoke, as lists of words read it: shares of people with their intervals, over time, and how often readings are right. */
export function ToneSection({ watch, counts, told }: { watch: Watch; counts: Counts; told: WatchTold }) {
  const { say, language } = useWords()
  const navigate = useNavigate()
  const steps = useStepNames(counts)
  const { items } = counts
  const series = useMemo<Series[]>(() => {
    const at = new Map(told.items.map((one) => [one.at, one]))
    const of = (tone: (typeof LINES)[number]) =>
      items.map(({ at: begins, complete }, i) => (complete && i < items.length - 1 ? (at.get(begins)?.[tone] ?? 0) : null))
    const drawn = {
      negative: { name: say("listen.tone.peopleNegative"), ink: "lamp", shape: "line" },
      positive: { name: say("listen.tone.peoplePositive"), ink: "good", shape: "dashed" },
    } as const
    return LINES.map((tone) => ({ ...drawn[tone], values: of(tone), broken: true }))
  }, [items, told.items, say])
  const stamps = useMemo(() => new Map(items.map(({ at }, i) => [at, steps[i]?.stamp])), [items, steps])
  const breaks = useBreaks(counts)
  const number = useCallback((n: number): string => n.toLocaleString(language), [language])
  const drill = useCallback(
    (at: number, which: number): void => {
      const from = items[at]?.at
      const to = items[at + 1]?.at ?? counts.to
      if (from) void navigate({ to: "/listening/mentions", search: { watch: watch.id, from, to, tone: LINES[which] } })
    },
    [items, counts.to, navigate, watch.id],
  )
  if (told.read.posts === 0) return null
  const { tones, read, unread } = told
  return (
    <Section
      title={say("listen.toneOver")}
      answer={say("listen.toneOver.what")}
      sheet={{
        name: `${watch.name} – ${say("listen.toneOver")}`,
        columns: [
          say("figures.step"),
          ...TONES.map((tone) => say(`listen.toneIs.${tone}`)),
          say("listen.tone.readPeople"),
          say("listen.stories"),
        ],
        rows: told.items.map((one) => [stamps.get(one.at) ?? one.at, ...TONES.map((tone) => one[tone]), one.read, one.stories]),
      }}
    >
      <ul className="voices">
        {TONES.map((tone) => (
          <ShareLine
            key={tone}
            name={
              <Link className="link share-name" to="/listening/mentions" search={{ watch: watch.id, from: counts.from, tone }}>
                {say(`listen.toneIs.${tone}`)}
              </Link>
            }
            people={tones[tone].people}
            of={read.people}
            share={tones[tone].share}
            tone={tone === "negative" ? "lamp" : "other"}
          />
        ))}
      </ul>
      <Chart
        label={say("listen.toneOver")}
        steps={steps}
        series={series}
        words={number}
        breaks={breaks}
        onChoose={drill}
        hint={say("listen.toneOver.hint")}
      />
      <Completeness counts={counts} names={steps} />
      <p className="figures-aside">
        {unread > 0 && `${say("listen.toneOver.unread", { count: unread })} `}
        <Checked />
      </p>
      <Frame of={{ ...counts, complete: items.every(({ complete }) => complete) }} />
    </Section>
  )
}
