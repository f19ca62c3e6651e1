import { get, put } from "../api/request.ts"
import type { Id } from "../api/types.ts"
import { tell } from "../shell/notices.tsx"
import { useProblem } from "../words/use-problem.ts"
import { useWords } from "../words/use-words.ts"
import type { ArticleLanguage, OneArticle } from "./api.ts"
import type { Typed } from "./kept-here.ts"
import { useArticleRefresh } from "./use-article-refresh.ts"
import type { TextDrafting } from "./use-text.ts"

export interface Replacing {
  /** Puts other words in the place of what is written. */
  replace: (by: Partial<Typed>, said: string) => void
  /** The same of what stands there already, in the place of what was written `before`. */
  replaced: (before: Typed, said: string) => void
}

/** Words that take the place of others. Undo puts these back; where more was written since, that has a way back of its own. */
export function useReplacing(articleId: Id, language: ArticleLanguage, draft: TextDrafting): Replacing {
  const { say } = useWords()
  const problem = useProblem()
  const refresh = useArticleRefresh(articleId)
  const replace: Replacing["replace"] = (by, said) => {
    const before = draft.now()
    draft.change(by)
    replaced(before, said)
  }
  const replaced: Replacing["replaced"] = (before, said) => {
    const made = draft.now()
    const undo = (): unknown => {
      if (draft.left()) return putBack(made, before)
      if (isSame(draft.now(), made)) return draft.change(before)
      return replace(before, say("articles.putBack"))
    }
    tell(said, { act: { words: say("act.undo"), do: undo } })
  }
  /** The editor was left: the server has what was written. */
  const putBack = async (made: Typed, before: Typed): Promise<boolean> => {
    try {
      const now = (await get<OneArticle>(`/api/articles/${articleId}`)).texts.find((text) => text.language === language)
      if (!now || !isSame(now, made)) {
        tell(say("articles.writtenSince"), { tone: "hot" })
        return false
      }
      await put(`/api/articles/${articleId}/texts/${language}`, { ...before, revision: now.revision })
      return true
    } catch (error) {
      tell(problem(error), { tone: "hot" })
      return false
    } finally {
      void refresh()
    }
  }
  return { replace, replaced }
}

const isSame = (one: Typed, other: Typed): boolean => one.title === other.title && one.body === other.body
