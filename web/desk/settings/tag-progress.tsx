import { useQuery } from "@tanstack/react-query"
import { tagChangesQuery } from "../api/tags.ts"
import { Time } from "../parts/time.tsx"
import { useWords } from "../words/use-words.ts"

/** How far changes of tags are, and the latest that are done. */
export function TagProgress() {
  const { say } = useWords()
  const changes = useQuery(tagChangesQuery).data ?? []
  if (changes.length === 0) return null
  return (
    <ul className="cards" aria-label={say("tagging.changes")}>
      {changes.slice(0, 3).map(({ id, tag, becomes, total, changed, at, finishedAt }) => {
        const what = becomes === null ? say("tagging.takesOff", { tag }) : say("tagging.becomes", { tag, becomes })
        return (
          <li key={id} className="card">
            <div className="card-words">
              <span>
                {what} · <Time at={at} />
              </span>
              {finishedAt ? (
                <span className="panel-dim">{say("tagging.done", { count: changed })}</span>
              ) : (
                <progress aria-label={what} value={changed} max={Math.max(total, changed, 1)} />
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
