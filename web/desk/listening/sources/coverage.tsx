import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useWords } from "../../words/use-words.ts"
import type { Source } from "../api.ts"
import { coverageQuery } from "./api.ts"

const DAY = 86_400_000
const DAYS = 30

/** When a source really was read over the last month, and how much of it that is. */
export function Coverage({ source }: { source: Source }) {
  const { say, language, moment } = useWords()
  const [now] = useState(Date.now)
  const begun = Math.max(now - DAYS * DAY, Date.parse(source.createdAt))
  const read = useQuery(coverageQuery(source.id, new Date(begun).toISOString())).data
  if (!read) return null
  const length = Math.max(1, now - begun)
  const stretches = read
    .map(({ from, to }) => ({ from: Math.max(begun, Date.parse(from)), to: Math.min(now, Date.parse(to)) }))
    .filter(({ from, to }) => to > from)
  const covered = stretches.reduce((sum, { from, to }) => sum + to - from, 0) / length
  const percent = covered.toLocaleString(language, { style: "percent", maximumFractionDigits: covered > 0.99 && covered < 1 ? 1 : 0 })
  return (
    <section className="figure" aria-labelledby="source-coverage">
      <h2 id="source-coverage">{say("listen.coverage")}</h2>
      <p className="figure-answer">{say("listen.coverage.words", { share: percent, since: moment(new Date(begun).toISOString()) })}</p>
      <div
        className="coverage"
        role="img"
        aria-label={say("listen.coverage.words", { share: percent, since: moment(new Date(begun).toISOString()) })}
      >
        {stretches.map(({ from, to }) => (
          <i
            key={from}
            style={{ insetInlineStart: `${((from - begun) / length) * 100}%`, inlineSize: `${((to - from) / length) * 100}%` }}
          />
        ))}
      </div>
      <p className="coverage-ends" aria-hidden="true">
        <span>{new Intl.DateTimeFormat(language === "en" ? "en-GB" : "fr-FR", { day: "numeric", month: "short" }).format(begun)}</span>
        <span>{say("listen.coverage.now")}</span>
      </p>
    </section>
  )
}
