import type { Case } from "../api/types.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"

/** Saves a case as a page of its own, to read, print or keep; what is refused is said, and the desk stays. */
export function useCasePage(one: Case): (notes: boolean) => void {
  const problem = useProblem()
  return (notes) =>
    void import("../api/save-file.ts")
      .then(({ saveFile }) => saveFile(`/api/exports/cases/${one.id}${notes ? "?notes=true" : ""}`, `${one.number}.html`))
      .catch((error: unknown) => tell(problem(error), { tone: "hot", number: one.number }))
}
