import { useQueryClient } from "@tanstack/react-query"
import { refresh } from "../actions/use-act.ts"
import { patch } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import { type Edits, useEdits } from "./use-edits.ts"

export interface CaseEdits extends Edits {
  /** Changes a case by what the API calls it; `before` puts it back. `what` is the field in words. */
  change: (name: string, what: string, changes: Record<string, unknown>, before: Record<string, unknown>) => Promise<boolean>
}

export function useCaseEdits(one: Case): CaseEdits {
  const client = useQueryClient()
  const { say } = useWords()
  const edits = useEdits(() => refresh(client, one.id))
  const path = `/api/cases/${one.id}`
  return {
    ...edits,
    change: (name, what, { tags, ...changes }, before) =>
      edits.edit({
        name,
        send: () => patch(path, tags ? { tags, ...changes } : changes),
        back: () => patch(path, { ...before, left: changes }), // tags come and go one by one: they write over nothing
        said: say("panel.changed", { what }),
      }),
  }
}
