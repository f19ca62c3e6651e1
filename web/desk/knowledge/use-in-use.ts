import { post } from "../api/request.ts"
import { tell } from "../shell/notices.tsx"
import { keepPlace } from "../shell/undoables.ts"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import type { ArticleLanguage, ArticleText, OneArticle, PublishedText } from "./api.ts"
import { useArticleRefresh } from "./use-article-refresh.ts"

interface Using {
  /** Puts what is written in use. @throws Refused */
  publish: (revision: number, regardless: boolean) => Promise<ArticleText>
  /** Takes it out of use. */
  withdraw: (version: number) => Promise<void>
}

/** Which version of a language is in use; each change of that has a way back to the version before it. */
export function useInUse({ id, audience }: OneArticle, language: ArticleLanguage): Using {
  const { say } = useWords()
  const problem = useProblem()
  const refresh = useArticleRefresh(id)
  const address = `/api/articles/${id}/texts/${language}`
  /** From one version to another; null: none. Where a colleague has changed that meanwhile, nothing is done. */
  const turn = (from: number | null, to: number | null): Promise<unknown> => {
    const left = { version: from, audience }
    return to === null ? post(`${address}/withdraw`, { left }) : post(`${address}/use`, { version: to, left, regardless: true })
  }
  const back = (from: number | null, to: number | null) => async (): Promise<boolean> => {
    try {
      await turn(from, to)
      tell(to === null ? say("articles.withdrawn") : say("articles.versionAgain", { number: String(to) }))
      return true
    } catch (error) {
      tell(problem(error), { tone: "hot" })
      return false
    } finally {
      await refresh()
    }
  }
  return {
    publish: async (revision, regardless) => {
      const place = keepPlace()
      try {
        const { before, ...made } = await post<PublishedText>(`${address}/publish`, { revision, regardless })
        const said = say(audience === "public" ? "articles.publishedToAll" : "articles.publishedHere")
        tell(said, { act: { words: say("act.undo"), do: back(made.version, before) } }, place)
        return made
      } finally {
        place.leave()
      }
    },
    withdraw: async (version) => {
      const place = keepPlace()
      try {
        await turn(version, null)
        tell(say("articles.withdrawn"), { act: { words: say("act.undo"), do: back(null, version) } }, place)
      } catch (error) {
        tell(problem(error), { tone: "hot" })
      } finally {
        place.leave()
        await refresh()
      }
    },
  }
}
