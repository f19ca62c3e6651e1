import { useQueryClient } from "@tanstack/react-query"
import { patch, post, Refused } from "../api/request.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { articleQuery, type OneArticle } from "./api.ts"

/** What is done to an article as a whole; each is said, and what was changed is put back from there. */
export function useArticleAct(article: OneArticle) {
  const client = useQueryClient()
  const problem = useProblem()
  const { say } = useWords()
  const failed = (error: unknown): void => tell(problem(error), { tone: "hot" })
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: articleQuery(article.id).queryKey })
    await client.invalidateQueries({ queryKey: ["articles"] })
  }
  const doing = (act: Promise<unknown>, said?: string, back?: () => Promise<unknown>, place = back && keepPlace()): Promise<void> =>
    act
      .then(() => {
        if (said) tell(said, back ? { act: { words: say("act.undo"), do: () => doing(back()) } } : {}, place)
        return refresh()
      }, failed)
      .finally(place?.leave)
  const path = `/api/articles/${article.id}`
  /** `over`: only where it still is as it was `before`. */
  const change = (changes: object, before: object, said: string, { regardless = false, over = false } = {}): void => {
    const place = keepPlace()
    const asked = { ...changes, ...(regardless ? { regardless } : {}), ...(over ? { left: before } : {}) }
    void patch<OneArticle>(path, asked).then(
      (now) => {
        client.setQueryData(articleQuery(article.id).queryKey, now)
        return doing(Promise.resolve(), said, () => patch(path, { ...before, left: changes }), place)
      },
      (error: unknown) => {
        place.leave()
        void refresh()
        if (error instanceof Refused && error.problem.key === "knowledge.identifying")
          tell(problem(error), {
            tone: "hot",
            act: { words: say("articles.allTheSame"), do: () => change(changes, before, said, { regardless: true, over }), onward: true },
          })
        else failed(error)
      },
    )
  }
  return {
    doing: (...given: Parameters<typeof doing>): void => void doing(...given),
    change,
    stillHolds: () => void doing(post(`/api/articles/${article.id}/reviewed`), say("articles.heldSaid")),
  }
}
