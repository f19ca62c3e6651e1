import { useQueryClient } from "@tanstack/react-query"
import { post } from "../../api/request.ts"
import type { Id, Tie } from "../../api/types.ts"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { mentionTiesQuery } from "./api.ts"

export type DecideTie = (tie: Pick<Tie, "id">, what: "confirm" | "refuse" | "undo") => void

/** What a person says of a tie of this mention; each can be taken back from the notice that tells it. */
export function useMentionTie(mention: Id): DecideTie {
  const client = useQueryClient()
  const problem = useProblem()
  const { say } = useWords()
  const send: DecideTie = (tie, what) =>
    void post<Tie>(`/api/ties/${tie.id}/${what}`)
      .then(
        () => tell(say(`listen.tie.done.${what}`), what === "undo" ? {} : { act: { words: say("act.undo"), do: () => send(tie, "undo") } }),
        (error: unknown) => tell(problem(error), { tone: "hot" }),
      )
      .then(() => client.invalidateQueries({ queryKey: mentionTiesQuery(mention).queryKey }))
  return send
}
