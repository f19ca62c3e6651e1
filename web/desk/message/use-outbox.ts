import { useQueryClient } from "@tanstack/react-query"
import { refresh } from "../actions/use-act.ts"
import { post } from "../api/request.ts"
import type { Case, Draft, Message } from "../api/types.ts"
import { takeBack } from "../composer/composer-state.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"

/** What can be done with an answer that hasn't left. Undone, its words are in the composer again. */
export function useOutbox(
  message: Message,
  one: Case,
): { undo: () => void; act: (verb: "retry" | "discard" | "send-now" | "keep-time") => void } {
  const client = useQueryClient()
  const problem = useProblem()
  const after = (): void => {
    void refresh(client, one.id)
  }
  const wrong = (error: unknown): void => tell(problem(error), { tone: "hot" })
  return {
    undo: () =>
      void post<Draft>(`/api/messages/${message.id}/undo`)
        .then((draft) => {
          client.removeQueries({ queryKey: ["draft", message.conversationId, "reply"] }) // what was there before it was sent
          takeBack(message, draft)
        })
        .catch(wrong)
        .finally(after),
    act: (verb) => void post(`/api/messages/${message.id}/${verb}`).catch(wrong).finally(after),
  }
}
