import { useQueryClient } from "@tanstack/react-query"
import { refresh } from "../actions/use-act.ts"
import { post } from "../api/request.ts"
import type { Case, Message } from "../api/types.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { undoSend } from "./undo-send.ts"

/** What can be done with an answer that hasn't left. Undone, its words are in the composer again. */
export function useOutbox(
  message: Message,
  one: Case,
): { undo: () => void; act: (verb: "retry" | "discard" | "send-now" | "keep-time") => void } {
  const client = useQueryClient()
  const problem = useProblem()
  const wrong = (error: unknown): void => tell(problem(error), { tone: "hot", number: one.number })
  return {
    undo: () => void undoSend(client, message, one).catch(wrong),
    act: (verb) =>
      void post(`/api/messages/${message.id}/${verb}`)
        .catch(wrong)
        .finally(() => void refresh(client, one.id)),
  }
}
