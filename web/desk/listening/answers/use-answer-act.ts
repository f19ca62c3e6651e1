import { useQueryClient } from "@tanstack/react-query"
import { post, remove } from "../../api/request.ts"
import type { Id } from "../../api/types.ts"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"

interface Acts {
  /** @throws Refused */
  act: (name: string, body?: object) => Promise<void>
  /** The same by a button: what goes wrong is told. */
  press: (name: string, body?: object) => void
  discard: () => void
}

/** What is done with an answer; everything that shows it is fetched again. */
export function useAnswerAct(id: Id): Acts {
  const client = useQueryClient()
  const problem = useProblem()
  const refresh = async (): Promise<void> => {
    await Promise.all(
      ["answers", "answer-check", "mention-decisions", "open-decisions"].map((name) => client.invalidateQueries({ queryKey: [name] })),
    )
  }
  const wrong = (error: unknown): void => tell(problem(error), { tone: "hot" })
  const act = async (name: string, body: object = {}): Promise<void> => {
    await post(`/api/public-answers/${id}/${name}`, body)
    await refresh()
  }
  return {
    act,
    press: (name, body) => void act(name, body).catch(wrong),
    discard: () => void remove(`/api/public-answers/${id}`).then(refresh, wrong),
  }
}
