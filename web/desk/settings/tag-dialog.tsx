import { useQuery } from "@tanstack/react-query"
import { useDeferredValue, useState } from "react"
import { type CountedTag, tagsLike } from "../api/tags.ts"
import { Field } from "../parts/field.tsx"
import { useWords } from "../words/use-words.ts"
import { EditDialog } from "./edit-dialog.tsx"
import { useRetag } from "./use-retag.ts"

/** Another name for a tag, everywhere; one that is there already makes one of the two. */
export function TagDialog({ tag, onClose }: { tag: CountedTag; onClose: () => void }) {
  const { say } = useWords()
  const { begin } = useRetag()
  const [typed, setTyped] = useState(tag.name)
  const next = typed.normalize("NFC").replaceAll(/\s+/g, " ").trim().toLowerCase()
  const known = useQuery(tagsLike(useDeferredValue(next))).data ?? []
  const joins = next !== tag.name && known.includes(next)
  return (
    <EditDialog title={say("tagging.renaming", { tag: tag.name })} of={tag.name} onClose={onClose} onSave={() => begin(tag.name, typed)}>
      <Field label={say("tagging.name")} name="becomes" value={typed} onChange={setTyped} required autoFocus autoComplete="off" />
      <p className="help" role="status">
        {say("tagging.touches", { count: tag.cases })} {joins && say("tagging.joins", { tag: next })}
      </p>
    </EditDialog>
  )
}
