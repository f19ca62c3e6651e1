import { useEffect, useId, useRef } from "react"
import { KnownTags } from "../parts/known-tags.tsx"
import { readTags } from "../parts/read-tags.ts"
import { useKeptText } from "../parts/use-kept-text.ts"
import { useWords } from "../words/use-words.ts"

/** Tags, separated by commas; cases with the same ones are offered the article. */
export function ArticleTags({
  tags,
  disabled,
  onChange,
}: {
  tags: readonly string[]
  disabled: boolean
  onChange: (tags: string[]) => void
}) {
  const { say } = useWords()
  const id = useId()
  const told = tags.join(", ")
  const [typed, setTyped] = useKeptText("article tags", told)
  const before = useRef(told)
  useEffect(() => {
    // Changed elsewhere: what is being typed here stays.
    if (typed === before.current) setTyped(told)
    before.current = told
  }, [told, typed, setTyped])
  return (
    <label className="field">
      <span className="label">{say("articles.tags")}</span>
      <input
        className="input input-small"
        list={id}
        value={typed}
        disabled={disabled}
        onChange={({ target: { value } }) => setTyped(value)}
        onBlur={() => {
          const next = readTags(typed)
          if (next.join(", ") !== told) onChange(next)
        }}
      />
      <KnownTags id={id} typed={typed.split(",").at(-1) ?? ""} choice={(tag) => [...tags.filter((each) => each !== tag), tag].join(", ")} />
    </label>
  )
}
