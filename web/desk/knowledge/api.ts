import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import type { ArticleDetail, ArticleTextView, ArticleVersionView, ArticleView, PublishedTextView, SuggestedArticle } from "#house"
import { get, query } from "../api/request.ts"
import type { Id, Page } from "../api/types.ts"
import type { ArticleSearch } from "./filters.ts"

export type Article = ArticleView
export type OneArticle = ArticleDetail
export type ArticleText = ArticleTextView
export type PublishedText = PublishedTextView
export type ArticleVersion = ArticleVersionView
export type Suggested = SuggestedArticle
export type ArticleLanguage = ArticleTextView["language"]
export type Block = ArticleTextView["blocks"][number]

export const articlesQuery = ({ filter, q }: ArticleSearch) =>
  infiniteQueryOptions({
    queryKey: ["articles", { filter, q }],
    queryFn: ({ pageParam, signal }) => get<Page<Article>>(`/api/articles${query({ filter, q, limit: 50, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 30_000,
  })

export const articleQuery = (id: Id) =>
  queryOptions({
    queryKey: ["article", id],
    queryFn: ({ signal }) => get<OneArticle>(`/api/articles/${encodeURIComponent(id)}`, signal),
    staleTime: 30_000,
    retry: false,
  })

export const versionsQuery = (id: Id, language: ArticleLanguage) =>
  queryOptions({
    queryKey: ["article-versions", id, language],
    queryFn: async ({ signal }) =>
      (await get<Page<ArticleVersion>>(`/api/articles/${id}/texts/${language}/versions?limit=100`, signal)).items,
  })

/** Articles that may help with a case. */
export const suggestedQuery = (caseId: Id) =>
  queryOptions({
    queryKey: ["case-articles", caseId],
    queryFn: async ({ signal }) => (await get<Page<Suggested>>(`/api/cases/${caseId}/articles`, signal)).items,
    staleTime: 60_000,
    retry: false,
  })
