import { useState } from "react"
import { Refused } from "../api/request.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

export interface Edit<Made> {
  /** The field: what is wrong is said beside it. */
  name: string
  send: () => Promise<Made>
  /** Puts back what was there before this was made of it. */
  back: (made: Made) => Promise<unknown>
  /** "Priority changed": said with the way back. */
  said: string
}

export interface Edits {
  /** What is wrong with each field, until it is changed again. */
  errors: Readonly<Record<string, string>>
  /** Tells whether it was kept. */
  edit: <Made>(edit: Edit<Made>) => Promise<boolean>
}

/** Changes made in place: kept at once, said in a quiet line that takes them back, explained beside the field when they are refused. */
export function useEdits(afresh: () => Promise<unknown>): Edits {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const problem = useProblem()
  const { say } = useWords()
  const edit = async <Made>({ name, send, back, said }: Edit<Made>): Promise<boolean> => {
    const place = keepPlace()
    let made: Made
    try {
      made = await send()
    } catch (error) {
      place.leave()
      const wrong = (error instanceof Refused && Object.values(error.fields)[0]) || problem(error)
      setErrors((now) => ({ ...now, [name]: wrong }))
      return false
    }
    setErrors(({ [name]: _, ...others }) => others)
    // What is shown is true again before the way back is offered.
    await afresh()
    const undo = async (): Promise<boolean> => {
      try {
        await back(made)
        tell(say("panel.undone"))
        return true
      } catch (error) {
        tell(problem(error), { tone: "hot" })
        return false
      } finally {
        void afresh()
      }
    }
    tell(said, { act: { words: say("act.undo"), do: undo } }, place)
    return true
  }
  return { errors, edit }
}
