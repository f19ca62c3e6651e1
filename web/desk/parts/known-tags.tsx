import { useQuery } from "@tanstack/react-query"
import { useDeferredValue } from "react"
import { tagsLike } from "../api/tags.ts"

interface Props {
  id: string
  /** The tag that is being typed. */
  typed: string
  /** What the field says once a tag is chosen; null leaves it out. */
  choice?: (tag: string) => string | null
}

/** Tags that are known, for the field that names this list. */
export function KnownTags({ id, typed, choice = (tag) => tag }: Props) {
  const known = useQuery(tagsLike(useDeferredValue(typed.trim().toLowerCase()).slice(0, 50))).data ?? []
  return (
    <datalist id={id}>
      {known.map((tag) => {
        const value = choice(tag)
        return value === null ? null : <option key={tag} value={value} />
      })}
    </datalist>
  )
}
