import { useQueryClient } from "@tanstack/react-query"
import { post } from "../../api/request.ts"
import type { Id, Tie } from "../../api/types.ts"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { mentionTiesQuery } from "./api.ts"

export type DecideTie = (tie: Pick<Tie, "id">, what: "confirm" | "refuse" | "undo") => void

/** What a person says of a tie of this mention; each can be taken back from the notice that tells it. */
export function useMentionTie(mention: Id): DecideTie {
  const client = useQueryClient()
  const problem = useProblem()
  const { say } = useWords()
  const send = (...[tie, what]: Parameters<DecideTie>): Promise<void> => {
    const place = what === "undo" ? undefined : keepPlace()
    return post<Tie>(`/api/ties/${tie.id}/${what}`)
      .then(
        () => tell(say(`listen.tie.done.${what}`), place ? { act: { words: say("act.undo"), do: () => send(tie, "undo") } } : {}, place),
        (error: unknown) => tell(problem(error), { tone: "hot" }),
      )
      .finally(place?.leave)
      .then(() => client.invalidateQueries({ queryKey: mentionTiesQuery(mention).queryKey }))
  }
  return (tie, what) => void send(tie, what)
}
