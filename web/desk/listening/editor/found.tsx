import { useMemo } from "react"
import { Chart, type Series } from "../../figures/chart.tsx"
import { timeFormat } from "../../words/time-format.ts"
import { timeZone } from "../../words/time-zone.ts"
import { useWords } from "../../words/use-words.ts"
import { MentionWords } from "../mentions/mention-words.tsx"
import type { Found as WouldHear } from "./use-preview.ts"

/** What a query would have heard over the last month: how many, on which days, and the latest. */
export function Found({ found, isNow }: { found: WouldHear; isNow: boolean }) {
  const { say, language, moment, list, day } = useWords()
  const zone = timeZone.use()
  const steps = useMemo(() => {
    const short = timeFormat(language === "en" ? "en-GB" : "fr-FR", { day: "numeric", month: "short", timeZone: zone })
    const last = found.days.length - 1
    return found.days.map(({ from }, i) => ({
      long: i === last ? say("listen.step.soFar", { name: day(from) }) : day(from),
      short: short.format(new Date(from)),
    }))
  }, [found.days, language, zone, day, say])
  const series = useMemo<Series[]>(
    () => [
      { name: say("listen.peopleName"), values: found.days.map(({ people }) => people), ink: "accent", shape: "bars" },
      { name: say("listen.postsName"), values: found.days.map(({ posts }) => posts), ink: "lamp", shape: "bars" },
    ],
    [found.days, say],
  )
  const number = (n: number): string => n.toLocaleString(language)
  const { looked, partial } = found
  return (
    <section className="would-hear" aria-labelledby="would-hear" data-old={!isNow || undefined}>
      <h2 id="would-hear">{say("listen.found.title")}</h2>
      <p className="would-hear-count" role="status">
        {found.posts === 0
          ? say("listen.found.none")
          : say("listen.found.count", {
              people: say("listen.people", { count: found.people }),
              posts: say("listen.posts", { count: found.posts }),
            })}
      </p>
      <p className="figures-aside">
        {looked.isAll || looked.since === null
          ? say("listen.found.all", { count: looked.mentions })
          : say("listen.found.part", { count: looked.mentions, since: moment(looked.since) })}{" "}
        {partial.length > 0 && say("listen.found.partial", { names: list(partial.map(({ name }) => name)) })}
      </p>
      {found.posts > 0 && <Chart label={say("listen.found.days")} steps={steps} series={series} words={number} />}
      {found.examples.length > 0 && (
        <>
          <h3>{say("listen.found.examples")}</h3>
          <ul className="examples">
            {found.examples
              .toSorted((a, b) => b.saidAt.localeCompare(a.saidAt))
              .map((mention) => (
                <li key={mention.id} className="example">
                  <MentionWords mention={mention} />
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  )
}
