import { useQueryClient } from "@tanstack/react-query"
import { post } from "../api/request.ts"
import type { CountedTag } from "../api/tags.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { askFirst } from "./ask-first.tsx"

/** Changes a tag everywhere: what it touches is said before, what became of it after. */
export function useRetag() {
  const { say } = useWords()
  const client = useQueryClient()
  const problem = useProblem()
  const begin = async (tag: string, becomes: string | null): Promise<void> => {
    await post("/api/tags/changes", { tag, becomes })
    await client.invalidateQueries({ queryKey: ["tags"] })
  }
  const removing = (tag: CountedTag): void =>
    askFirst({
      title: say("act.removing", { act: say("act.remove"), name: tag.name }),
      lost: say("tagging.lost", { count: tag.cases }),
      act: say("tagging.remove", { count: tag.cases }),
      do: () => void begin(tag.name, null).catch((error: unknown) => tell(problem(error), { tone: "hot" })),
    })
  return { begin, removing }
}
