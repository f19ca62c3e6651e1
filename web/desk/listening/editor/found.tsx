import { useMemo } from "react"
import { Chart, type Series } from "../../figures/chart.tsx"
import { useWords } from "../../words/use-words.ts"
import { MentionWords } from "../mentions/mention-words.tsx"
import type { Found as WouldHear } from "./use-preview.ts"

/** What a query would have heard over the last month: how many, on which days, and the latest. */
export function Found({ found, isNow }: { found: WouldHear; isNow: boolean }) {
  const { say, language, moment, list, day } = useWords()
  const steps = useMemo(() => {
    const short = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { day: "numeric", month: "short" })
    return found.days.map(({ from }) => ({ long: day(from), short: short.format(new Date(from)) }))
  }, [found.days, language, day])
  const series = useMemo<Series[]>(
    () => [
      { name: say("listen.peopleName"), values: found.days.map(({ people }) => people), ink: "accent", shape: "bars" },
      { name: say("listen.postsName"), values: found.days.map(({ posts }) => posts), ink: "ink-faint", shape: "dashed" },
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
            {found.examples.map((mention) => (
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
