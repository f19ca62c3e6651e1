import { useQuery } from "@tanstack/react-query"
import { useSearch } from "@tanstack/react-router"
import { figuresQuery, waitingNowQuery } from "../api/figures.ts"
import { Button } from "../parts/button.tsx"
import { Failed } from "../parts/failed.tsx"
import { Loading } from "../parts/loading.tsx"
import { useDeskKeys } from "../shell/desk-keys.ts"
import { railOpen } from "../shell/rail-open.ts"
import { Rail } from "../shell/rail.tsx"
import { SkipLink } from "../shell/skip-link.tsx"
import { useTitle } from "../shell/use-title.ts"
import { useWords } from "../words/use-words.ts"
import { Answers } from "./answers.tsx"
import { Filters } from "./filters.tsx"
import { Headline } from "./headline.tsx"
import { Heat } from "./heat.tsx"
import { Kept } from "./kept.tsx"
import { Parts } from "./parts.tsx"
import { Satisfaction } from "./satisfaction.tsx"
import { Volume, Waiting } from "./volume.tsx"
import "../styles/figures.css"

/** What can be told of the work in numbers, read from top to bottom in a minute. */
export function Figures() {
  const { say, language } = useWords()
  const search = useSearch({ from: "/figures" })
  useTitle("list", say("figures.title"))
  useDeskKeys()
  const now = useQuery(waitingNowQuery(search))
  const figures = useQuery(figuresQuery(search))
  const day = (text: string) =>
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { dateStyle: "long", timeZone: "UTC" }).format(
      new Date(`${text}T00:00:00Z`),
    )
  return (
    <div className="desk desk-wide" data-rail={railOpen.use() || undefined}>
      <SkipLink />
      <Rail />
      <main className="figures" id="stage" tabIndex={-1}>
        <header className="figures-top">
          <span className="rail-call">
            <Button bare kind="quiet" icon="menu" onPress={() => railOpen.set(true)}>
              {say("rail.label")}
            </Button>
          </span>
          <h1>{say("figures.title")}</h1>
        </header>
        <Filters search={search} />
        {now.data && <Headline now={now.data} figures={figures.data} />}
        {now.isError && !now.data && (
          <section aria-label={say("figures.inShort")}>
            <Failed error={now.error} again={() => void now.refetch()} />
          </section>
        )}
        {figures.isError && !figures.data && <Failed error={figures.error} again={() => void figures.refetch()} />}
        {figures.isPending && <Loading />}
        {figures.data && (
          <div className="figures-all" data-old={figures.isPlaceholderData || undefined}>
            <p className="figures-aside">
              {say("figures.of", {
                from: day(figures.data.period.from),
                to: day(figures.data.period.to),
                zone: figures.data.period.timeZone,
              })}{" "}
              {say("figures.comparedWith", { from: day(figures.data.before.from), to: day(figures.data.before.to) })}
            </p>
            <Waiting figures={figures.data} />
            <Answers figures={figures.data} />
            <Volume figures={figures.data} />
            <Heat figures={figures.data} />
            <Kept figures={figures.data} />
            <Satisfaction figures={figures.data} />
            <Parts figures={figures.data} />
          </div>
        )}
      </main>
    </div>
  )
}
