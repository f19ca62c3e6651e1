import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import { useDeferredValue } from "react"
import { recent } from "../bar/recent.ts"
import { casesQuery } from "../api/cases.ts"
import { get } from "../api/request.ts"
import type { Case, Found, Page } from "../api/types.ts"
import { similarQuery } from "../api/views.ts"
import { useWords } from "../words/use-words.ts"

interface Likely {
  number: number
  subject: string
  /** Where it comes from. */
  why: string
}

const MOST = 7

/** Cases that somebody may mean beside this one: this person's others, similar and recent ones; once something is typed, what is found. */
export function useCasesLike(of: Case, typed: string): Likely[] {
  const { say } = useWords()
  const words = useDeferredValue(typed.trim())
  const number = /^\s*#?(\d{1,15})\s*(?:·|$)/.exec(words)?.[1]
  const found = useQuery({
    queryKey: ["search", "case", words],
    queryFn: async ({ signal }) => {
      const q = encodeURIComponent(number ? `#${number}` : words)
      return (await get<Page<Found>>(`/api/search?limit=30&q=${q}`, signal)).items
    },
    enabled: words !== "",
    staleTime: 30_000,
  }).data
  const theirs = useInfiniteQuery({
    ...casesQuery({ contact: of.contactId ?? "", view: "all" }),
    enabled: of.contactId !== null && words === "",
  })
  const similar = useQuery({ ...similarQuery(of.id), enabled: words === "" }).data ?? []
  const recently = recent.use().flatMap(({ id, words: subject }) => {
    const at = /^case:(\d+)$/.exec(id)?.[1]
    return at ? [{ number: Number(at), subject, why: say("case.likely.recent") }] : []
  })
  const all: Likely[] = words
    ? (found ?? []).flatMap(({ caseNumber, subject, kind }) =>
        caseNumber === null ? [] : [{ number: caseNumber, subject, why: say(`found.${kind}`) }],
      )
    : [
        ...(theirs.data?.pages[0]?.items ?? []).map((one) => ({ ...one, why: say("case.likely.theirs") })),
        ...similar.map(({ case: one }) => ({ ...one, why: say("case.likely.similar") })),
        ...recently,
      ]
  const once = new Map(all.toReversed().map((one) => [one.number, one]))
  return all.filter((one) => one.number !== of.number && once.get(one.number) === one).slice(0, MOST)
}
