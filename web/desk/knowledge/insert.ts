import type { CaretSource, Offer } from "../composer/caret/caret-source.ts"
import { get, query } from "../api/request.ts"
import type { Page } from "../api/types.ts"
import { type Article, type OneArticle, suggestedQuery } from "./api.ts"
import { articleWords } from "./use-insert.ts"

/** Articles under the caret: those that are like the case at once, any by its words. */
export const articles: CaretSource = {
  sign: "[[",
  kinds: ["reply", "note"],
  least: 0,
  label: ({ say }) => say("articles.title"),
  none: ({ say }) => say("articles.noneToInsert"),
  search: async (typed, { client, caseId, language, words }) => {
    const like = caseId ? await client.ensureQueryData(suggestedQuery(caseId)) : []
    if (typed.trim() === "") return like.map(({ id, title, why }) => ({ id, words: title, detail: why, icon: "book" as const }))
    const { items } = await get<Page<Article>>(`/api/articles${query({ q: typed, limit: 20 })}`)
    return items.flatMap((article): Offer[] => {
      const published = article.texts.filter(({ publishedAt }) => publishedAt !== null)
      const text = published.find((each) => each.language === language) ?? published[0]
      const detail = [article.owner?.name, words.say("articles.sentTimes", { count: article.counts.sent })].filter(Boolean).join(" · ")
      return text ? [{ id: article.id, words: text.title, detail, icon: "book" }] : []
    })
  },
  insert: async ({ id }, { caseId, conversationId, language }) => {
    if (caseId) return `${await articleWords(id, conversationId, language)}\n`
    const { texts } = await get<OneArticle>(`/api/articles/${id}`) // in no conversation yet: nothing is counted
    return `${(texts.find((text) => text.language === language) ?? texts[0])?.body ?? ""}\n`
  },
}
