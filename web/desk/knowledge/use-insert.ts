import { useQueryClient } from "@tanstack/react-query"
import { writing } from "../composer/composer-state.ts"
import { post } from "../api/request.ts"
import type { Case, Id } from "../api/types.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import type { ArticleLanguage } from "./api.ts"
import { typeIntoComposer } from "./into-composer.ts"

/** An article's words, for the conversation they go into. */
export async function articleWords(id: Id, conversationId: Id, language: ArticleLanguage): Promise<string> {
  return (await post<{ text: string }>(`/api/articles/${id}/insert`, { conversationId, language })).text
}

/** Puts an article into the answer, which is opened when none is being written. */
export function useInsert(one: Pick<Case, "id" | "conversationIds">): (article: { id: Id; language: ArticleLanguage }) => void {
  const problem = useProblem()
  const client = useQueryClient()
  return ({ id, language }) => {
    const conversationId = writing.get()?.conversationId ?? one.conversationIds.at(-1)
    if (!conversationId) return
    const here = location.pathname
    void articleWords(id, conversationId, language)
      // Its words are of this conversation: another case that was opened meanwhile doesn't get them.
      .then((words) => location.pathname === here && typeIntoComposer(words))
      .then(
        () => client.invalidateQueries({ queryKey: ["case-articles", one.id] }),
        (error: unknown) => tell(problem(error), { tone: "hot" }),
      )
  }
}
