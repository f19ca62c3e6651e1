import { useQueryClient } from "@tanstack/react-query"
import { post, remove } from "../../api/request.ts"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import type { Alarm } from "./api.ts"

export type Take = (alarm: Pick<Alarm, "id" | "subject">, on: boolean) => void

/** Says that one is on an alarm, or no more; it can be taken back. */
export function useTaking(): Take {
  const { say } = useWords()
  const client = useQueryClient()
  const problem = useProblem()
  const take = (...[alarm, on]: Parameters<Take>): Promise<void> => {
    const path = `/api/alarms/${alarm.id}/taking`
    const place = keepPlace()
    const done = (on ? post(path, {}) : remove(path)).then(
      () => {
        void client.invalidateQueries({ queryKey: ["alarms"] })
        tell(
          say(on ? "listen.taking.taken" : "listen.taking.left", { name: alarm.subject.name }),
          { act: { words: say("act.undo"), do: () => take(alarm, !on) } },
          place,
        )
      },
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
    return done.finally(place.leave)
  }
  return (alarm, on) => void take(alarm, on)
}
