import { useQueryClient } from "@tanstack/react-query"
import { remove } from "../api/request.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { askFirst } from "./ask-first.tsx"

interface Change {
  refresh: () => Promise<void>
  doing: (act: Promise<unknown>, said?: string) => void
  removing: (removal: Removal) => void
}

interface Removal {
  path: string
  /** What it is called. */
  name: string
  /** What is lost with it. */
  lost: string
  /** The word for it, where it isn't "remove". */
  act?: string
  said?: string
}

/** Does something by a button and shows the outcome: the list fetched again, or what went wrong. What is removed is asked about first. */
export function useChange(...keys: string[]): Change {
  const { say } = useWords()
  const client = useQueryClient()
  const problem = useProblem()
  const refresh = (): Promise<void> => client.invalidateQueries({ predicate: ({ queryKey: [what] }) => keys.includes(String(what)) })
  const doing = (act: Promise<unknown>, said?: string): void =>
    void act.then(
      () => {
        if (said) tell(said)
        return refresh()
      },
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
  const removing = ({ path, name, lost, act = say("act.remove"), said }: Removal): void =>
    askFirst({ title: say("act.removing", { act, name }), lost, act, do: () => doing(remove(path), said) })
  return { refresh, doing, removing }
}
