import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useMemo } from "react"
import type { ArticleView } from "#house"
import { get, query } from "../api/request.ts"
import type { Page } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import type { Offer } from "./offer.ts"

/** Articles that the server finds for what is typed, those first whose title says it. */
export function useFoundArticles(q: string): { offers: readonly Offer[]; looking: boolean } {
  const { say, language } = useWords()
  const navigate = useNavigate()
  const found = useQuery({
    queryKey: ["bar-articles", q],
    queryFn: ({ signal }) => get<Page<ArticleView>>(`/api/articles${query({ q, limit: 5 })}`, signal),
    enabled: q.length >= 2,
    staleTime: 30_000,
    retry: false,
    placeholderData: (before) => before,
  })
  const offers = useMemo(
    () =>
      (q.length >= 2 ? (found.data?.items ?? []) : []).map(({ id, texts }): Offer => ({
        id: `article:${id}`,
        section: "articles",
        words: (texts.find((text) => text.language === language) ?? texts[0])?.title || say("articles.untitled"),
        icon: "book",
        found: true,
        do: () => void navigate({ to: "/knowledge/$article", params: { article: id } }),
      })),
    [found.data, q, language, navigate, say],
  )
  return { offers, looking: found.isFetching }
}
