import { useQuery } from "@tanstack/react-query"
import { Failed } from "../../parts/failed.tsx"
import { Loading } from "../../parts/loading.tsx"
import { Tag } from "../../parts/tag.tsx"
import { useWords } from "../../words/use-words.ts"
import { Page } from "../page.tsx"
import { kindsQuery } from "./api.ts"

const WHYS = ["closed", "private", "own-only", "approval", "costs"] as const

/** What can't be heard, or only in part, and why: by name, with the month in which that was so. */
export function LimitsPage() {
  const { say, language } = useWords()
  const kinds = useQuery(kindsQuery)
  const asOf = kinds.data?.asOf
  const month =
    asOf &&
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { month: "long", year: "numeric", timeZone: "UTC" }).format(
      new Date(`${asOf}-01T00:00:00Z`),
    )
  return (
    <Page title={say("listen.limits")}>
      <p className="listening-lead">{say("listen.limits.lead")}</p>
      {month && <p className="figures-aside">{say("listen.limits.asOf", { month })}</p>}
      {kinds.isPending && <Loading />}
      {kinds.isError && <Failed error={kinds.error} again={() => void kinds.refetch()} />}
      {WHYS.map((why) => {
        const places = kinds.data?.hard.filter((place) => place.why === why) ?? []
        return (
          places.length > 0 && (
            <section key={why} className="limits" aria-labelledby={`limits-${why}`}>
              <h2 id={`limits-${why}`}>
                <Tag tone={why === "closed" || why === "private" ? "calm" : "warm"}>{say(`listen.why.${why}`)}</Tag>
              </h2>
              <dl>
                {places.map(({ place, name, detail }) => (
                  <div key={place}>
                    <dt>{name}</dt>
                    <dd>{detail}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        )
      })}
    </Page>
  )
}
