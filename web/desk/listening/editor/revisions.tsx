import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "../../parts/button.tsx"
import { Time } from "../../parts/time.tsx"
import { useWords } from "../../words/use-words.ts"
import { revisionsQuery, type Watch } from "../api.ts"

/** How the query was written before, by whom; each can come back into the field. */
export function Revisions({ watch, onTake }: { watch: Watch; onTake: (query: string) => void }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const before = useQuery({ ...revisionsQuery(watch.id), enabled: open }).data?.filter(({ revision }) => revision < watch.revision)
  if (watch.revision === 1) return null
  return (
    <section className="revisions">
      <Button kind="quiet" icon="clock" pressed={open} onPress={() => setOpen(!open)}>
        {say("listen.revisions", { count: watch.revision - 1 })}
      </Button>
      {open && before && (
        <ol className="examples">
          {before.map(({ revision, query, by, at }) => (
            <li key={revision} className="example">
              <span className="mention-line">
                <span>{by.name ?? by.ref}</span>
                <Time at={at} />
              </span>
              <code>{query}</code>
              <span>
                <Button kind="quiet" icon="undo" onPress={() => onTake(query)}>
                  {say("listen.revisions.take")}
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
