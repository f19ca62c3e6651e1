import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { post } from "../api/request.ts"
import type { Id, Message } from "../api/types.ts"
import { useMe } from "../shell/me.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import { articleQuery, type OneArticle } from "./api.ts"

/** Begins an article and opens it. */
export function useNewArticle(): () => void {
  const me = useMe()
  const open = useOpen()
  return () => void open(post<OneArticle>("/api/articles", { language: me.language }))
}

/** One gesture: an answer becomes the draft of an article, and opens to be looked through. */
export function useArticleOfAnswer(): (message: Pick<Message, "id">) => void {
  const { say } = useWords()
  const open = useOpen()
  const navigate = useNavigate()
  const problem = useProblem()
  return ({ id }) => {
    const from = location.pathname + location.search
    const place = keepPlace()
    const undo = (articleId: Id) => (): Promise<unknown> =>
      post(`/api/articles/${articleId}/archive`).then(
        () => navigate({ href: from }),
        (error: unknown) => tell(problem(error), { tone: "hot" }),
      )
    void open(post<OneArticle>(`/api/messages/${id}/article`), (article) =>
      tell(say("articles.made"), { act: { words: say("act.undo"), do: undo(article.id) } }, place),
    ).finally(place.leave)
  }
}

function useOpen(): (made: Promise<OneArticle>, then?: (article: OneArticle) => void) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  const problem = useProblem()
  return (made, then) =>
    made.then(
      (article) => {
        client.setQueryData(articleQuery(article.id).queryKey, article)
        void client.invalidateQueries({ queryKey: ["articles"] })
        void navigate({ to: "/knowledge/$article", params: { article: article.id }, search: { filter: "all" } })
        then?.(article)
      },
      (error: unknown) => tell(problem(error), { tone: "hot" }),
    )
}
