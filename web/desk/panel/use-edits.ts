import { useState } from "react"
import { Refused } from "../api/request.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

export interface Edit {
  /** The field: what is wrong is said beside it. */
  name: string
  send: () => Promise<unknown>
  /** Puts back what was there. */
  back: () => Promise<unknown>
  /** "Priority changed": said with the way back. */
  said: string
}

export interface Edits {
  /** What is wrong with each field, until it is changed again. */
  errors: Readonly<Record<string, string>>
  /** Tells whether it was kept. */
  edit: (edit: Edit) => Promise<boolean>
}

/** Changes made in place: kept at once, said in a quiet line that takes them back, explained beside the field when they are refused. */
export function useEdits(afresh: () => Promise<unknown>): Edits {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const problem = useProblem()
  const { say } = useWords()
  const edit = async ({ name, send, back, said }: Edit): Promise<boolean> => {
    const { [name]: _, ...others } = errors
    const place = keepPlace()
    try {
      await send()
    } catch (error) {
      place.leave()
      setErrors({ ...others, [name]: (error instanceof Refused && Object.values(error.fields)[0]) || problem(error) })
      return false
    }
    setErrors(others)
    // What is shown is true again before the way back is offered.
    await afresh()
    const undo = (): Promise<void> =>
      back()
        .then(
          () => tell(say("panel.undone")),
          (error: unknown) => tell(problem(error), { tone: "hot" }),
        )
        .finally(() => void afresh())
    tell(said, { act: { words: say("act.undo"), do: undo } }, place)
    return true
  }
  return { errors, edit }
}
