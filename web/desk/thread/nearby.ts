import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { startTransition, useEffect, useState } from "react"
import { afterPaint } from "../parts/after-paint.ts"
import { caseQuery } from "../api/case.ts"
import { fetchCase } from "../api/fetch-case.ts"
import type { OneCase } from "../api/types.ts"
import { rowOrder } from "../list/row-order.ts"

/** While one case is read, so many after it are fetched. */
const AHEAD = 2
/** Cases seen before that are kept for coming back. */
const KEPT = 24
/** What is fetched for one case, by the first word of its query. */
const OF_CASES: ReadonlySet<unknown> = new Set([
  "case",
  "timeline",
  "ties",
  "suggestions",
  "similar",
  "case-articles",
  "template-fields",
  "contact",
  "recipients",
])

/**
 * The cases whose threads are in the page: the open one, the one before, and the one that will probably be opened next. That one is
 * fetched and drawn unseen while this one is read, so that going on has only to show it. What was seen long ago is let go.
 */
export function useThreads(one: OneCase | undefined): readonly OneCase[] {
  const client = useQueryClient()
  const [drawn, draw] = useState<readonly OneCase[]>([])
  const id = one?.id
  useEffect(() => {
    if (!one) return
    let left = false
    const drawBeside = (next: OneCase | undefined): void => {
      if (!left) startTransition(() => draw((now) => distinct([one, next, now[0]])))
    }
    const stop = afterPaint(() => {
      const rows = rowOrder.get()
      const at = rows.findIndex((row) => row.id === id)
      const [next, ...later] = at === -1 ? [] : rows.slice(at + 1, at + 1 + AHEAD)
      if (next) void fetchCase(client, next).then(() => drawBeside(client.getQueryData(caseQuery(next.number).queryKey)))
      else drawBeside(undefined)
      for (const row of later) void fetchCase(client, row)
      letGo(client)
    })
    return () => {
      left = true
      stop()
    }
  }, [client, id])
  if (!one) return drawn
  return drawn.some((each) => each.id === id) ? drawn.map((each) => (each.id === id ? one : each)) : [...drawn, one]
}

const distinct = (cases: readonly (OneCase | undefined)[]): OneCase[] => [
  ...new Map(cases.flatMap((each) => (each ? [[each.id, each] as const] : []))).values(),
]

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
