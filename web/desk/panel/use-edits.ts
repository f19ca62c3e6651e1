import { useState } from "react"
import { Refused } from "../api/request.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"

export interface Change<Made> {
  send: () => Promise<Made>
  /** Puts back what was there before this was made of it. */
  back: (made: Made) => Promise<unknown>
  /** "Priority changed": said with the way back. */
  said: string
}

export interface Edit<Made> extends Change<Made> {
  /** The field: what is wrong is said beside it. */
  name: string
}

export interface Edits {
  /** What is wrong with each field, until it is changed again. */
  errors: Readonly<Record<string, string>>
  /** Tells whether it was kept; what was refused stands in `errors`. */
  edit: <Made>(edit: Edit<Made>) => Promise<boolean>
  /** The same for a form, which says by itself what was refused. `kept` comes as soon as it was. @throws Refused */
  attempt: <Made>(change: Change<Made>, kept: () => void) => Promise<void>
}

/** Changes made in place: kept at once, said in a quiet line that takes them back, explained beside the field when they are refused. */
export function useEdits(afresh: () => Promise<unknown>): Edits {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const problem = useProblem()
  const { say } = useWords()
  const attempt: Edits["attempt"] = async ({ send, back, said }, kept) => {
    const place = keepPlace()
    const made = await send().catch((error: unknown) => {
      place.leave()
      throw error
    })
    kept()
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
  }
  const edit: Edits["edit"] = async ({ name, ...change }) => {
    try {
      await attempt(change, () => setErrors(({ [name]: _, ...others }) => others))
      return true
    } catch (error) {
      const wrong = (error instanceof Refused && Object.values(error.fields)[0]) || problem(error)
      setErrors((now) => ({ ...now, [name]: wrong }))
      return false
    }
  }
  return { errors, edit, attempt }
}
