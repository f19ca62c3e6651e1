import { useNavigate } from "@tanstack/react-router"
import { useCallback, useMemo, useState } from "react"
import type { WatchTold } from "#house"
import { Chart, type Series } from "../../figures/chart.tsx"
import { Section } from "../../figures/section.tsx"
import { Button } from "../../parts/button.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Counts, Watch } from "../api.ts"
import { BySource } from "./by-source.tsx"
import { Changed } from "./changed.tsx"
import { Completeness } from "./completeness.tsx"
import { useBreaks } from "./use-breaks.ts"
import { useStepNames } from "./use-step-names.ts"

/** People, posts and stories over time; where something wasn't read the line breaks, and what is known is a hollow point. */
export function Curve({ watch, counts, told }: { watch: Watch; counts: Counts; told: WatchTold | undefined }) {
  const [apart, setApart] = useState(false)
  const { say, language } = useWords()
  const navigate = useNavigate()
  const { items, posts, people } = counts
  const steps = useStepNames(counts)
  const series = useMemo<Series[]>(() => {
    const whole = items.map(({ complete }, i) => complete && i < items.length - 1)
    const of = (what: "people" | "posts", is: boolean) => items.map((one, i) => (whole[i] === is ? one[what] : null))
    const stories = new Map(told?.items.map((one) => [one.at, one.stories]))
    return [
      { name: say("listen.peopleName"), values: of("people", true), ink: "accent", shape: "line", broken: true },
      { name: say("listen.postsName"), values: of("posts", true), ink: "ink-faint", shape: "dashed", broken: true },
      ...(told
        ? [
            {
              name: say("listen.stories"),
              values: items.map(({ at }, i) => (whole[i] ? (stories.get(at) ?? 0) : null)),
              ink: "lamp",
              shape: "line",
              broken: true,
            } as const,
          ]
        : []),
      { name: say("listen.partName"), values: of("people", false), ink: "accent", shape: "dots" },
    ]
  }, [items, told, say])
  const breaks = useBreaks(counts)
  const number = useCallback((n: number): string => n.toLocaleString(language), [language])
  const drill = useCallback(
    (at: number): void => {
      const from = items[at]?.at
      if (from) void navigate({ to: "/listening/mentions", search: { watch: watch.id, from, to: items[at + 1]?.at ?? counts.to } })
    },
    [items, counts.to, navigate, watch.id],
  )
  const most = items.reduce((best, one, i) => (one.people > best.one.people ? { one, i } : best), { one: items[0]!, i: 0 })
  const storiesAt = new Map(told?.items.map((one) => [one.at, one.stories]))
  const words = {
    stories: say("listen.storiesCount", { count: told?.stories ?? 0 }),
    people: say("listen.people", { count: people }),
    posts: say("listen.posts", { count: posts }),
    most: say("listen.people", { count: most.one?.people ?? 0 }),
    at: steps[most.i]?.long ?? "",
    sources: say("listen.fromSources", { count: counts.sources }),
  }
  return (
    <Section
      title={say("listen.curve")}
      answer={posts === 0 ? say("listen.curve.none") : say(told ? "listen.curve.answerStories" : "listen.curve.answer", words)}
      sheet={{
        name: `${watch.name} – ${say("listen.curve")}`,
        columns: [say("figures.step"), say("listen.peopleName"), say("listen.postsName"), say("listen.stories"), say("listen.curve.whole")],
        rows: items.map((one, i) => [
          steps[i]?.stamp ?? one.at,
          one.people,
          one.posts,
          storiesAt.get(one.at) ?? 0,
          say(one.complete ? "listen.curve.yes" : "listen.curve.no"),
        ]),
      }}
    >
      {posts > 0 && (
        <Chart
          label={say("listen.curve")}
          steps={steps}
          series={series}
          words={number}
          breaks={breaks}
          onChoose={drill}
          hint={say("listen.curve.hint")}
        />
      )}
      <Completeness counts={counts} names={steps}>
        {counts.sources > 0 && (
          <Button kind="quiet" pressed={apart} onPress={() => setApart(!apart)}>
            {say("listen.strip.bySource")}
          </Button>
        )}
      </Completeness>
      {apart && <BySource watch={watch} counts={counts} />}
      <Changed counts={counts} />
    </Section>
  )
}
