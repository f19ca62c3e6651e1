import { useQuery } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useEffect, useMemo, useState } from "react"
import { get, query } from "../api/request.ts"
import type { FoundPage } from "../api/types.ts"
import { useWords } from "../words/use-words.ts"
import type { Offer } from "./offer.ts"
import { useFoundArticles } from "./use-found-articles.ts"

const PAUSE = 120

/** Cases, people and articles that the server finds for what is typed; a number opens its case. */
export function useFound(typed: string): { offers: readonly Offer[]; looking: boolean } {
  const { say } = useWords()
  const navigate = useNavigate()
  const q = useSettled(typed.trim())
  const found = useQuery({
    queryKey: ["bar", q],
    queryFn: ({ signal }) => get<FoundPage>(`/api/search${query({ q, limit: 12 })}`, signal),
    enabled: q.length >= 2,
    staleTime: 30_000,
    retry: false,
    placeholderData: (before) => before,
  })
  const articles = useFoundArticles(q)
  const offers = useMemo(() => {
    const open = (number: string, hash?: string): void =>
      void navigate({ to: "/cases/$number", params: { number }, search: { view: "all" }, ...(hash ? { hash } : {}) })
    const number = /^#?([1-9]\d{0,11})$/.exec(typed.trim())?.[1]
    const seen = new Set<string>()
    const byWords = (q.length >= 2 ? (found.data?.items ?? []) : []).flatMap((hit): Offer[] => {
      const person = hit.kind === "contact"
      const id = person ? `contact:${hit.id}` : `case:${hit.caseNumber}`
      if (seen.has(id)) return []
      seen.add(id)
      const { contactId, caseNumber } = hit
      const words = hit.subject || say("case.noSubject")
      if (person && contactId)
        return [
          {
            id,
            section: "people",
            words,
            icon: "person",
            found: true,
            do: () => void navigate({ to: "/cases", search: { contact: contactId } }),
          },
        ]
      if (caseNumber === null) return []
      const hash = hit.kind === "message" || hit.kind === "note" ? `message-${hit.id}` : undefined
      const detail = say("case.number", { number: String(caseNumber) })
      return [{ id, section: "cases", words, detail, icon: "inbox", found: true, do: () => open(String(caseNumber), hash) }]
    })
    const byNumber: Offer[] = number
      ? [
          {
            id: `case:${number}`,
            section: "cases",
            words: say("bar.openNumber", { number }),
            icon: "right",
            found: true,
            do: () => open(number),
          },
        ]
      : []
    return [...byNumber, ...byWords.filter(({ id }) => id !== `case:${number}`), ...articles.offers]
  }, [found.data, articles.offers, typed, q, navigate, say])
  return { offers, looking: found.isFetching || articles.looking }
}

/** What was typed, once the hand rests. */
function useSettled(typed: string): string {
  const [settled, settle] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
