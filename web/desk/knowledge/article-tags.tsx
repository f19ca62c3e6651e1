import { useQuery } from "@tanstack/react-query"
import { useId, useState } from "react"
import { tagsQuery } from "../api/case-settings.ts"
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
  const known = useQuery(tagsQuery).data ?? []
  const id = useId()
  const told = tags.join(", ")
  const [typed, setTyped] = useState(told)
  const [before, setBefore] = useState(told)
  if (told !== before) {
    setBefore(told)
    setTyped(told)
  }
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
          const next = typed
            .split(",")
            .map((tag) => tag.trim())
            .filter(Boolean)
          if (next.join(", ") !== told) onChange(next)
        }}
      />
      <datalist id={id}>
        {known.map((tag) => (
          <option key={tag} value={[...tags.filter((each) => each !== tag), tag].join(", ")} />
        ))}
      </datalist>
    </label>
  )
}
