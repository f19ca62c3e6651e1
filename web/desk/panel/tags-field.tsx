import { Link } from "@tanstack/react-router"
import { useEffect, useId, useRef, useState } from "react"
import type { Case } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { latePart } from "../parts/late-part.tsx"
import { useKeptText } from "../parts/use-kept-text.ts"
import { useMayAct } from "../shell/me.ts"
import { useWords } from "../words/use-words.ts"
import { tagsWanted } from "./tags-wanted.ts"
import { useCaseEdits } from "./use-case-edits.ts"

const KnownTags = latePart(async () => (await import("../parts/known-tags.tsx")).KnownTags)

/** Each tag is added and taken off by itself: what others do to the rest at the same time stays. */
export function TagsField({ one }: { one: Case }) {
  const { say } = useWords()
  const may = useMayAct()
  const { errors, change } = useCaseEdits(one)
  const [typed, setTyped] = useKeptText("tags")
  const [asked, ask] = useState(false)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const wanted = tagsWanted.use() === one.id
  useEffect(() => {
    if (!wanted) return
    const soon = setTimeout(() => {
      tagsWanted.set(null)
      field.current?.focus()
    }, 0) // it lies over the page on a small screen
    return () => clearTimeout(soon)
  }, [wanted])
  const put = (tag: string, does: "add" | "remove"): Promise<boolean> =>
    change("tags", say("case.tags"), { tags: { [does]: [tag] } }, { tags: { [does === "add" ? "remove" : "add"]: [tag] } })
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
              <Button bare kind="quiet" icon="close" onPress={() => void put(tag, "remove")}>
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
            else void put(tag, "add").then((done) => done && setTyped(""))
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
            onFocus={() => ask(true)}
            onChange={(event) => setTyped(event.target.value)}
          />
          {asked && <KnownTags id={`${id}-known`} typed={typed} choice={(tag) => (one.tags.includes(tag) ? null : tag)} />}
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
