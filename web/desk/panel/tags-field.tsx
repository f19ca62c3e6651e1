import { useQuery } from "@tanstack/react-query"
import { Link } from "@tanstack/react-router"
import { useId, useState } from "react"
import { useAct } from "../actions/use-act.ts"
import { tagsQuery } from "../api/cases.ts"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"

export function TagsField({ one }: { one: Case }) {
  const { say } = useWords()
  const act = useAct(one)
  const may = useMayAct()
  const known = useQuery({ ...tagsQuery, enabled: may }).data ?? []
  const [typed, setTyped] = useState("")
  const id = useId()
  const set = (tags: string[]): Promise<boolean> => act.change({ tags }, { tags })
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
            if (!tag || one.tags.includes(tag)) return
            void set([...one.tags, tag]).then((done) => done && setTyped(""))
          }}
        >
          <label className="unseen" htmlFor={id}>
            {say("tags.add")}
          </label>
          <input
            className="input input-small"
            id={id}
            list={`${id}-known`}
            value={typed}
            placeholder={say("tags.add")}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
          <datalist id={`${id}-known`}>
            {known.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </form>
      )}
    </div>
  )
}
