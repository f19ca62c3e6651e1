import { useQueryClient } from "@tanstack/react-query"
import { type Edits, useEdits } from "./use-edits.ts"

/** Changes to a person: what shows them is fetched again. */
export function useContactEdits(contactId: string): Edits {
  const client = useQueryClient()
  return useEdits(() =>
    client.invalidateQueries({
      predicate: ({ queryKey: [what, id] }) =>
        (what === "contact" && id === contactId) || what === "case" || what === "cases" || what === "recipients",
    }),
  )
}
