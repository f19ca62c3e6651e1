import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { post } from "../api/request.ts"
import type { Case } from "../api/types.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { CaseNumberDialog } from "./case-number-dialog.tsx"
import { refresh } from "./use-act.ts"

/** Two cases become one; it can be undone. */
export function MergeDialog({ one, onClose }: { one: Case; onClose: () => void }) {
  const { say } = useWords()
  const problem = useProblem()
  const client = useQueryClient()
  const navigate = useNavigate()
  return (
    <CaseNumberDialog
      one={one}
      title={say("act.merge")}
      explain={say("merge.explain", { number: String(one.number) })}
      go={say("merge.go")}
      onClose={onClose}
      onCase={async (into, values) => {
        const { mergeId } = await values.post<{ mergeId: string }>(`/api/cases/${one.id}/merge`, { into: into.id })
        await Promise.all([refresh(client, one.id), refresh(client, into.id)])
        void navigate({ to: "/cases/$number", params: { number: String(into.number) }, search: (now) => now })
        const undo = (): Promise<unknown> =>
          post(`/api/merges/${mergeId}/undo`).then(
            () => navigate({ to: "/cases/$number", params: { number: String(one.number) }, search: (now) => now }),
            (error: unknown) => tell(problem(error), { tone: "hot" }),
          )
        tell(say("done.merged", { number: String(into.number) }), { act: { words: say("act.undo"), do: undo } })
      }}
    />
  )
}
