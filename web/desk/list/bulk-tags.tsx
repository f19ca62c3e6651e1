import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { tagsQuery } from "../api/case-settings.ts"
import type { BulkAction } from "../api/types.ts"
import { Button } from "../parts/button.tsx"
import { Choice } from "../parts/choice.tsx"
import { useWords } from "../words/use-words.ts"

/** Which tag to add or take off; several are parted by commas. */
export function BulkTags({ onChoose, onClose }: { onChoose: (action: BulkAction) => void; onClose: () => void }) {
  const { say } = useWords()
  const known = useQuery(tagsQuery).data ?? []
  const [how, setHow] = useState<"add" | "remove">("add")
  const [typed, setTyped] = useState("")
  return (
    <form
      className="bulk bulk-tags"
      onSubmit={(event) => {
        event.preventDefault()
        const tags = typed
          .split(",")
          .map((tag) => tag.trim())
          .filter(Boolean)
        if (tags.length) onChoose({ do: "tags", add: how === "add" ? tags : [], remove: how === "remove" ? tags : [] })
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
      <datalist id="bulk-known-tags">
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <Button type="submit">{say("bulk.tags.go")}</Button>
      <Button kind="quiet" onPress={onClose}>
        {say("bulk.back")}
      </Button>
    </form>
  )
}
