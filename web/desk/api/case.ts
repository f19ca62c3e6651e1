import { queryOptions } from "@tanstack/react-query"
import { get } from "./request.ts"
import type { OneCase, Page, PromiseSuggestion, TimelineItem } from "./types.ts"

/** By number, as addresses name it, or by id. */
export const caseQuery = (number: string) =>
  queryOptions({
    queryKey: ["case", number],
    queryFn: ({ signal }) => get<OneCase>(`/api/cases/${encodeURIComponent(number)}`, signal),
    staleTime: 30_000,
    retry: false,
  })

/** All that happened, oldest first. */
export const timelineQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["timeline", caseId],
    queryFn: async ({ signal }) => (await every<TimelineItem>(`/api/cases/${caseId}/timeline?limit=200`, signal)).reverse(),
    staleTime: 30_000,
  })

export const suggestionsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["suggestions", caseId],
    queryFn: async ({ signal }) => (await get<Page<PromiseSuggestion>>(`/api/cases/${caseId}/suggestions`, signal)).items,
    staleTime: 30_000,
  })

/** All pages of a list that a person reads as one. */
export async function every<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await get<Page<T>>(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path, signal)
    items.push(...page.items)
    cursor = page.next
  } while (cursor)
  return items
}
