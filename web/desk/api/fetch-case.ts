import type { QueryClient } from "@tanstack/react-query"
import { caseQuery, timelineQuery } from "./case.ts"
import { tiesQuery } from "./ties.ts"
import type { Id } from "./types.ts"

/** A case with its words and what is tied to it: what its pane shows first. */
export function fetchCase(client: QueryClient, { id, number }: { id: Id; number: string }): Promise<unknown> {
  return Promise.all([
    client.prefetchQuery(caseQuery(number)),
    client.prefetchQuery(timelineQuery(id)),
    client.prefetchQuery(tiesQuery(id)),
  ])
}
