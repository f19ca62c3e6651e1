import { useQuery } from "@tanstack/react-query"
import { bulkChangesQuery } from "../api/views.ts"
import { Button } from "../parts/button.tsx"
import { Empty } from "../parts/empty.tsx"
import { Loading } from "../parts/loading.tsx"
import { Time } from "../parts/time.tsx"
import { useUndoBulk } from "../list/use-bulk.ts"
import { useWords } from "../words/use-words.ts"

/** What one has lately done to many cases at once: each can still be taken back. */
export function DoneList() {
  const { say } = useWords()
  const found = useQuery(bulkChangesQuery)
  const undo = useUndoBulk()
  if (found.isPending) return <Loading />
  const changes = found.data ?? []
  if (changes.length === 0) return <Empty title={say("notifications.empty.done")} />
  return (
    <ul className="told-list" aria-label={say("notifications.tab.done")}>
      {changes.map((change) => (
        <li key={change.id} className="told-done">
          <p>
            <span className="told-what">{say(`bulk.done.${change.action.do}`, { count: change.cases })}</span>
            <small>
              <Time at={change.at} />
              {change.undoneAt && ` · ${say("bulk.undone")}`}
            </small>
          </p>
          {!change.undoneAt && change.cases > 0 && (
            <Button kind="quiet" icon="undo" onPress={() => void undo(change.id)}>
              {say("act.undo")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
