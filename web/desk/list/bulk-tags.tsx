import type { BulkAction } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { KnownTags } from "../parts/known-tags.tsx"
import { readTags } from "../parts/read-tags.ts"
import { useWords } from "../words/use-words.ts"

export interface TypedTags {
  how: "add" | "remove"
  text: string
}

interface Props {
  typed: TypedTags
  onType: (typed: TypedTags) => void
  onChoose: (action: BulkAction) => void
  onClose: () => void
}

/** Which tag to add or take off; several are parted by commas. They stay typed until they were. */
export function BulkTags({ typed: { how, text: typed }, onType, onChoose, onClose }: Props) {
  const { say } = useWords()
  const before = typed
    .split(",")
    .slice(0, -1)
    .map((tag) => tag.trim())
  const last = typed.split(",").at(-1) ?? ""
  return (
    <form
      className="bulk bulk-tags"
      onSubmit={(event) => {
        event.preventDefault()
        const tags = readTags(typed)
        if (tags.length === 0) return
        onChoose({ do: "tags", add: how === "add" ? tags : [], remove: how === "remove" ? tags : [] })
      }}
    >
      <Choice
        hideLabel
        label={say("bulk.tags")}
        name="how"
        value={how}
        options={(["add", "remove"] as const).map((value) => ({ value, label: say(`bulk.tags.${value}`) }))}
        onChange={(value) => onType({ how: value, text: typed })}
      />
      <input
        className="input"
        list="bulk-known-tags"
        aria-label={say("case.tags")}
        autoFocus
        autoComplete="off"
        value={typed}
        onChange={(event) => onType({ how, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return
          event.preventDefault()
          onClose()
        }}
      />
      <KnownTags id="bulk-known-tags" typed={last} choice={(tag) => [...before, tag].join(", ")} />
      <Button type="submit">{say("bulk.tags.go")}</Button>
      <Button kind="quiet" onPress={onClose}>
        {say("bulk.back")}
      </Button>
    </form>
  )
}
