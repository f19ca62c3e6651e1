import { useNavigate, useRouterState } from "@tanstack/react-router"
import { useMemo } from "react"
import { isTold, listSearch } from "../api/cases.ts"
import { SORTS } from "../list/sorts.ts"
import { useWords } from "../words/use-words.ts"
import type { Offer } from "./offer.ts"

/** Beside a case, or beside none: a view that is being built has its own order. */
const CASES = /^\/cases(\/\d+)?\/?$/

/** In which order the list that is shown can stand. */
export function useOrders(): readonly Offer[] {
  const { say } = useWords()
  const navigate = useNavigate()
  const { pathname, search } = useRouterState({ select: ({ location }) => location })
  return useMemo(() => {
    const list = listSearch(search)
    if (!CASES.test(pathname) || list.q !== undefined || isTold(list)) return []
    return SORTS.filter((sort) => sort !== list.sort).map((sort): Offer => ({
      id: `sort:${sort}`,
      section: "actions",
      words: say("bar.sort", { sort: say(`sort.${sort}`) }),
      icon: "sort",
      detail: say(`sort.${sort}.why`),
      do: () => void navigate({ to: ".", search: { ...list, sort } }),
    }))
  }, [pathname, search, navigate, say])
}
