import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useId, useRef, useState } from "react"
import { tagsQuery } from "../api/case-settings.ts"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { useCommands } from "../shell/keys.ts"
import { useMayAct } from "../shell/me.ts"
import { panelOpen } from "../thread/panel-open.ts"
import { useWords } from "../words/use-words.ts"
import { useCaseEdits } from "./use-case-edits.ts"

export function TagsField({ one }: { one: Case }) {
  const { say } = useWords()
  const may = useMayAct()
  const { errors, change } = useCaseEdits(one)
  const known = useQuery({ ...tagsQuery, enabled: may }).data ?? []
  const [typed, setTyped] = useState("")
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useCommands({
    "case.tags": may
      ? () => {
          panelOpen.set(true)
          setTimeout(() => field.current?.focus(), 0) // it lies over the page on a small screen
        }
      : undefined,
  })
  const set = (tags: string[]): Promise<boolean> => change("tags", say("case.tags"), { tags }, { tags: one.tags })
  const problem = errors["tags"]
  return (
    <div className="tags">
      <ul className="tag-list" aria-label={say("case.tags")}>
        {one.tags.map((tag) => (
          <li key={tag} className="tag">
            <Link to="/cases" search={{ tag }}>
              {tag}
            </Link>
            {may && (
              <Button bare kind="quiet" icon="close" onPress={() => void set(one.tags.filter((each) => each !== tag))}>
                {say("tags.remove", { tag })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const tag = typed.trim()
            if (!tag) return
            if (one.tags.includes(tag)) setTyped("")
            else void set([...one.tags, tag]).then((done) => done && setTyped(""))
          }}
        >
          <label className="unseen" htmlFor={id}>
            {say("tags.add")}
          </label>
          <input
            ref={field}
            className="input in-place input-small"
            id={id}
            list={`${id}-known`}
            value={typed}
            placeholder={say("tags.add")}
            maxLength={60}
            autoComplete="off"
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
          <datalist id={`${id}-known`}>
            {known
              .filter((tag) => !one.tags.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
          {problem && (
            <span className="field-problem" id={`${id}-problem`} role="alert">
              {problem}
            </span>
          )}
        </form>
      )}
    </div>
  )
}
