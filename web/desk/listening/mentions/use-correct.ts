import { useQueryClient } from "@tanstack/react-query"
import { post, remove } from "../../api/request.ts"
import type { Id } from "../../api/types.ts"
import { tell } from "../../shell/notices.tsx"
import { keepPlace } from "../../shell/undoables.ts"
import { useProblem } from "../../words/use-problem.ts"
import { useWords } from "../../words/use-words.ts"
import { type Reading, accuracyQuery, readingQuery } from "./api.ts"

type Correction = Reading["corrections"][number]
export type Correct = (about: Correction["about"], said: string) => void
export type TakeBack = (correction: Correction) => void

/** What a person says of a reading: at once, and taken back at once. */
export function useCorrect(mention: Id): { correct: Correct; takeBack: TakeBack } {
  const client = useQueryClient()
  const problem = useProblem()
  const { say } = useWords()
  const path = `/api/mentions/${mention}/corrections`
  const keep = (asked: Promise<Reading>, after: (reading: Reading) => void): Promise<void> =>
    asked.then(
      (reading) => {
        client.setQueryData(readingQuery(mention).queryKey, reading)
        void client.invalidateQueries({ queryKey: accuracyQuery.queryKey })
        after(reading)
      },
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  const takingBack = ({ id }: Parameters<TakeBack>[0]): Promise<void> =>
    keep(remove<Reading>(`${path}/${id}`), () => tell(say("listen.reading.takenBack")))
  const correcting = (...[about, said]: Parameters<Correct>): Promise<void> => {
    const place = keepPlace()
    return keep(post<Reading>(path, { about, said }), (reading) => {
      const made = reading.corrections.find((one) => one.about === about)
      tell(say("listen.reading.kept"), made ? { act: { words: say("act.undo"), do: () => takingBack(made) } } : {}, place)
    }).finally(place.leave)
  }
  return { correct: (about, said) => void correcting(about, said), takeBack: (made) => void takingBack(made) }
}
