import { useQueryClient } from "@tanstack/react-query"
import { post } from "../api/request.ts"
import type { Tie } from "../api/types.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

/** What a person says of a tie; each can be taken back from the notice that tells it. */
export function useTie(caseId: string): (id: string, what: "confirm" | "refuse" | "undo") => void {
  const client = useQueryClient()
  const problem = useProblem()
  const { say } = useWords()
  const send = async (id: string, what: "confirm" | "refuse" | "undo"): Promise<void> => {
    const place = what === "undo" ? undefined : keepPlace()
    try {
      await post<Tie>(`/api/ties/${id}/${what}`)
      tell(say(`tie.done.${what}`), place ? { act: { words: say("act.undo"), do: () => send(id, "undo") } } : {}, place)
    } catch (error) {
      tell(problem(error), { tone: "hot" })
    } finally {
      place?.leave()
    }
    await client.invalidateQueries({
      predicate: ({ queryKey: [what, id] }) => ((what === "ties" || what === "timeline") && id === caseId) || what === "mention-ties",
    })
  }
  return (id, what) => void send(id, what)
}
