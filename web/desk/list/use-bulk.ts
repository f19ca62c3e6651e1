import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { post } from "../api/request.ts"
import type { BulkAction, BulkDone, BulkPreview, BulkSelection } from "../api/types.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { leaveActedOn, MOST_AT_ONCE, type Selection } from "./selection.ts"

/** What is selected, as the server takes it: of those picked one by one, the first thousand. */
export function selectionOf(now: Selection): BulkSelection {
  if (!now.all) return { ids: [...now.ids].slice(0, MOST_AT_ONCE) }
  const { sort: _, q: __, ...list } = now.all
  return { list, except: [...now.except] }
}

export const previewBulk = (selection: BulkSelection, action: BulkAction): Promise<BulkPreview> =>
  post<BulkPreview>("/api/cases/bulk/preview", { selection, action })

/** Does one thing to the cases that were shown, and to no other; says what was done and what was left alone, and offers the way back. */
export function useRunBulk(): (asked: BulkSelection, shown: BulkPreview, action: BulkAction) => Promise<boolean> {
  const client = useQueryClient()
  const problem = useProblem()
  const undo = useUndoBulk()
  const { say } = useWords()
  return async (asked, { seen, more }, action) => {
    const place = keepPlace()
    try {
      const done = await post<BulkDone>("/api/cases/bulk", { selection: { seen }, action })
      const left = done.untouched.length + done.gone
      const words = [
        say(`bulk.done.${action.do}`, { count: done.changed }),
        left ? say("bulk.left", { count: left }) : "",
        more ? say("bulk.most") : "",
      ]
        .filter(Boolean)
        .join(" ")
      tell(words, done.changed ? { act: { words: say("act.undo"), do: () => undo(done.id) } } : {}, place)
      leaveActedOn("ids" in asked ? asked.ids : [])
      return true
    } catch (error) {
      tell(problem(error), { tone: "hot" })
      return false
    } finally {
      place.leave()
      void afresh(client)
    }
  }
}

/** Takes back what was done to many cases, and names those that were left alone. */
export function useUndoBulk(): (id: string) => Promise<boolean> {
  const client = useQueryClient()
  const problem = useProblem()
  const { say, list } = useWords()
  return (id) =>
    post<{ restored: number; left: { number: number }[] }>(`/api/bulk/${id}/undo`)
      .then(
        ({ restored, left }) => {
          const numbers = list(left.slice(0, 5).map(({ number }) => `#${number}`))
          tell(
            [say("bulk.restored", { count: restored }), left.length ? say("bulk.changedSince", { count: left.length, numbers }) : ""]
              .filter(Boolean)
              .join(" "),
          )
          return true
        },
        (error: unknown) => {
          tell(problem(error), { tone: "hot" })
          return false
        },
      )
      .finally(() => void afresh(client))
}

function afresh(client: QueryClient): Promise<void> {
  const touched = new Set(["views", "saved-views", "cases", "case", "timeline", "bulk", "tags", "search"])
  return client.invalidateQueries({ predicate: ({ queryKey: [what] }) => touched.has(String(what)) })
}
