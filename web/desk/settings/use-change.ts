import { useQueryClient } from "@tanstack/react-query"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"

/** Does something by a button and shows the outcome: the list fetched again, or what went wrong. */
export function useChange(...keys: string[]): { refresh: () => Promise<void>; doing: (act: Promise<unknown>, said?: string) => void } {
  const client = useQueryClient()
  const problem = useProblem()
  const refresh = (): Promise<void> => client.invalidateQueries({ predicate: ({ queryKey: [what] }) => keys.includes(String(what)) })
  return {
    refresh,
    doing: (act, said) =>
      void act.then(
        () => {
          if (said) tell(said)
          return refresh()
        },
        (error: unknown) => tell(problem(error), { tone: "hot" }),
      ),
  }
}
