import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import type { SavedView, ViewQuery } from "../api/types.ts"
import { previewQuery } from "../api/views.ts"
import { Wrong } from "../parts/wrong.tsx"
import { marksOf } from "../list/row-marks.ts"
import { RowState } from "../list/row-state.tsx"
import { Time } from "../parts/time.tsx"
import { useNow } from "../words/use-now.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

/** What the view would show now: how many, and the first of them, as the conditions change. */
export function ViewPreview({ query, sort }: { query: ViewQuery; sort: SavedView["sort"] }) {
  const words = useWords()
  const { say, language } = words
  const now = useNow()
  const problem = useProblem()
  const asked = useSettled(query)
  const found = useQuery({ ...previewQuery(asked, sort), refetchInterval: 20_000 })
  const preview = found.data
  return (
    <section className="view-preview" aria-label={say("views.preview")}>
      <p className="view-count" role="status">
        {preview && say("views.fit", { count: preview.count, n: `${preview.count.toLocaleString(language)}${preview.more ? "+" : ""}` })}
      </p>
      {found.isError && <Wrong>{problem(found.error)}</Wrong>}
      <ul className="view-cases">
        {preview?.items.map((one) => (
          <li key={one.id}>
            <span className="view-who">{one.contact?.name || one.contact?.address || say("person.unnamed")}</span>
            <span className="view-subject">{one.subject || say("case.noSubject")}</span>
            <RowState marks={marksOf(one, now, words)} />
            <Time at={one.lastAt} />
          </li>
        ))}
      </ul>
      {preview && preview.items.length < preview.count && <p className="panel-dim">{say("views.andMore")}</p>}
    </section>
  )
}

/** The same as given, once nothing has changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), 200)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
