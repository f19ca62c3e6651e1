import { useNavigate } from "@tanstack/react-router"
import { useCallback, useMemo } from "react"
import { Chart, type Series } from "../../figures/chart.tsx"
import { Section } from "../../figures/section.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Counts, Watch } from "../api.ts"
import { Completeness } from "./completeness.tsx"
import { useStepNames } from "./use-step-names.ts"

/** People and posts over time; where something wasn't read the line breaks, and what is known is a hollow point. */
export function Curve({ watch, counts }: { watch: Watch; counts: Counts }) {
  const { say, language, list } = useWords()
  const navigate = useNavigate()
  const { items, changes, posts, people } = counts
  const steps = useStepNames(counts)
  const series = useMemo<Series[]>(() => {
    const whole = items.map(({ complete }, i) => complete && i < items.length - 1)
    const of = (what: "people" | "posts", is: boolean) => items.map((one, i) => (whole[i] === is ? one[what] : null))
    return [
      { name: say("listen.peopleName"), values: of("people", true), ink: "accent", shape: "line", broken: true },
      { name: say("listen.postsName"), values: of("posts", true), ink: "ink-faint", shape: "dashed", broken: true },
      { name: say("listen.partName"), values: of("people", false), ink: "accent", shape: "dots" },
    ]
  }, [items, say])
  const breaks = useMemo(
    () => [...new Set(changes.map(({ at }) => items.findIndex((one) => one.at > at)).filter((at) => at > 0))],
    [changes, items],
  )
  const number = useCallback((n: number): string => n.toLocaleString(language), [language])
  const drill = useCallback(
    (at: number): void => {
      const from = items[at]?.at
      if (from) void navigate({ to: "/listening/mentions", search: { watch: watch.id, from, to: items[at + 1]?.at ?? counts.to } })
    },
    [items, counts.to, navigate, watch.id],
  )
  const most = items.reduce((best, one, i) => (one.people > best.one.people ? { one, i } : best), { one: items[0]!, i: 0 })
  const words = {
    people: say("listen.people", { count: people }),
    posts: say("listen.posts", { count: posts }),
    most: say("listen.people", { count: most.one?.people ?? 0 }),
    at: steps[most.i]?.long ?? "",
    sources: say("listen.fromSources", { count: counts.sources }),
  }
  return (
    <Section
      title={say("listen.curve")}
      answer={posts === 0 ? say("listen.curve.none") : say("listen.curve.answer", words)}
      sheet={{
        name: `${watch.name} – ${say("listen.curve")}`,
        columns: [say("figures.step"), say("listen.peopleName"), say("listen.postsName"), say("listen.curve.whole")],
        rows: items.map((one) => [one.at, one.people, one.posts, say(one.complete ? "listen.curve.yes" : "listen.curve.no")]),
      }}
    >
      <Chart
        label={say("listen.curve")}
        steps={steps}
        series={series}
        words={number}
        breaks={breaks}
        onChoose={drill}
        hint={say("listen.curve.hint")}
      />
      <Completeness counts={counts} names={steps} />
      {changes.length > 0 && (
        <p className="figures-aside">
          {say("listen.curve.changed", { count: changes.length })}{" "}
          {list(
            changes.slice(-4).map(({ at, name, what }) =>
              say(`listen.curve.${what}`, {
                name,
                at: new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { dateStyle: "medium" }).format(new Date(at)),
              }),
            ),
          )}
        </p>
      )}
    </Section>
  )
}
