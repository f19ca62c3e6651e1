import { useEffect, useId, useRef } from "react"
import { KnownTags } from "../parts/known-tags.tsx"
import { readTags } from "../parts/read-tags.ts"
import { useKeptText } from "../parts/use-kept-text.ts"
import { useWords } from "../words/use-words.ts"

/** What the server makes of tags: small letters, each once. */
const asKept = (typed: string): string =>
  [...new Set(readTags(typed).map((tag) => tag.normalize("NFC").replace(/\s+/g, " ").toLowerCase()))].join(", ")

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
    // They came as they are kept. Changed elsewhere: what is being typed here stays.
    if (told !== before.current && (typed === before.current || asKept(typed) === told)) setTyped(told)
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
          if (asKept(typed) === told) setTyped(told)
          else onChange(readTags(typed))
        }}
      />
      <KnownTags id={id} typed={typed.split(",").at(-1) ?? ""} choice={(tag) => [...tags.filter((each) => each !== tag), tag].join(", ")} />
    </label>
  )
}
