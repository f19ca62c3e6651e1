import { useQueryClient } from "@tanstack/react-query"
import { refresh } from "../actions/use-act.ts"
import { patch } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import { type Change, type Edits, useEdits } from "./use-edits.ts"

type Fields = Record<string, unknown>

export interface CaseEdits extends Edits {
  /** Changes a case by what the API calls it; `before` puts it back. `what` is the field in words. */
  change: (name: string, what: string, changes: Fields, before: Fields) => Promise<boolean>
  /** The same as a form attempts it. */
  changing: (what: string, changes: Fields, before: Fields) => Change<unknown>
}

export function useCaseEdits(one: Case): CaseEdits {
  const client = useQueryClient()
  const { say } = useWords()
  const edits = useEdits(() => refresh(client, one.id))
  const path = `/api/cases/${one.id}`
  const changing: CaseEdits["changing"] = (what, { tags, ...changes }, before) => ({
    send: () => patch(path, tags ? { tags, ...changes } : changes),
    back: () => patch(path, { ...before, left: changes }), // tags come and go one by one: they write over nothing
    said: say("panel.changed", { what }),
  })
  return {
    ...edits,
    changing,
    change: (name, what, changes, before) => edits.edit({ name, ...changing(what, changes, before) }),
  }
}
