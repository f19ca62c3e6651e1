import { useQueryClient } from "@tanstack/react-query"
import { post } from "../../api/request.ts"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import type { Alarm } from "./api.ts"

export type Judge = (alarm: Pick<Alarm, "id" | "watch" | "subject">, verdict: "right" | "wrong" | null) => void

/** Says whether an alarm was right; it can be taken back. */
export function useVerdict(): Judge {
  const { say } = useWords()
  const client = useQueryClient()
  const problem = useProblem()
  const judge = (...[alarm, verdict]: Parameters<Judge>): Promise<void> => {
    const place = verdict === null ? undefined : keepPlace()
    const said = post<Alarm>(`/api/alarms/${alarm.id}/verdict`, { verdict }).then(
      () => {
        void client.invalidateQueries({ queryKey: ["alarms"] })
        void client.invalidateQueries({ queryKey: ["watches"] })
        if (alarm.watch) void client.invalidateQueries({ queryKey: ["watch", alarm.watch.id] })
        if (verdict !== null)
          tell(
            say(`listen.alarm.said.${verdict}`, { name: alarm.subject.name }),
            { act: { words: say("act.undo"), do: () => judge(alarm, null) } },
            place,
          )
      },
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
    return said.finally(place?.leave)
  }
  return (alarm, verdict) => void judge(alarm, verdict)
}
