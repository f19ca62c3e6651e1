import { useState } from "react"
import type { BulkAction } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { KnownTags } from "../parts/known-tags.tsx"
import { readTags } from "../parts/read-tags.ts"
import { useKeptText } from "../parts/use-kept-text.ts"
import { useWords } from "../words/use-words.ts"

/** Which tag to add or take off; several are parted by commas. */
export function BulkTags({ onChoose, onClose }: { onChoose: (action: BulkAction) => void; onClose: () => void }) {
  const { say } = useWords()
  const [how, setHow] = useState<"add" | "remove">("add")
  const [typed, setTyped] = useKeptText("bulk tags")
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
        setTyped("")
      }}
    >
      <Choice
        hideLabel
        label={say("bulk.tags")}
        name="how"
        value={how}
        options={(["add", "remove"] as const).map((value) => ({ value, label: say(`bulk.tags.${value}`) }))}
        onChange={setHow}
      />
      <input
        className="input"
        list="bulk-known-tags"
        aria-label={say("case.tags")}
        autoFocus
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
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
