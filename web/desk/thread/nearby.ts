import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { afterPaint } from "../parts/after-paint.ts"
import { caseQuery, timelineQuery } from "../api/case.ts"
import { rowOrder } from "../list/row-order.ts"

/** While one case is read, so many after it are fetched. */
const AHEAD = 2
/** Cases seen before that are kept for coming back. */
const KEPT = 24
/** What is fetched for one case, by the first word of its query. */
const OF_CASES: ReadonlySet<unknown> = new Set([
  "case",
  "timeline",
  "suggestions",
  "similar",
  "case-articles",
  "template-fields",
  "contact",
  "recipients",
])

/** A case with its words: what its pane shows first. */
export function fetchCase(client: QueryClient, { id, number }: { id: string; number: string }): void {
  void client.prefetchQuery(caseQuery(number))
  void client.prefetchQuery(timelineQuery(id))
}

/** Fetches what will probably be opened next, and lets go of what was seen long ago. */
export function useNearby(number: string, shown: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!shown) return
    return afterPaint(() => {
      const rows = rowOrder.get()
      const at = rows.findIndex((row) => row.number === number)
      if (at !== -1) for (const row of rows.slice(at + 1, at + 1 + AHEAD)) fetchCase(client, row)
      letGo(client)
    })
  }, [client, number, shown])
}

function letGo(client: QueryClient): void {
  const cache = client.getQueryCache()
  const byKind = Map.groupBy(
    cache.findAll({ type: "inactive", predicate: ({ queryKey: [what, which] }) => OF_CASES.has(what) || isOfContact(what, which) }),
    ({ queryKey: [what, , part] }) => `${String(what)} ${String(part)}`,
  )
  for (const queries of byKind.values()) {
    queries.sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    for (const old of queries.slice(KEPT)) if (old.state.fetchStatus === "idle") cache.remove(old)
  }
}

/** The list of somebody's other cases. */
const isOfContact = (what: unknown, which: unknown): boolean =>
  what === "cases" && typeof which === "object" && which !== null && "contact" in which
