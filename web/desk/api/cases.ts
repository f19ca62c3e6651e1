import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { get, query } from "./request.ts"
import type { Case, FieldDefinition, FoundPage, OneCase, Page, PromiseSuggestion, Status, TimelineItem, View } from "./types.ts"

/** What a list is made of; it stands in the address, so that every list has a link. */
export interface ListSearch {
  view?: string | undefined
  inbox?: string | undefined
  team?: string | undefined
  tag?: string | undefined
  contact?: string | undefined
  sort?: "waiting" | "deadline" | "newest" | "risk" | undefined
  /** A search: then the list shows what was found. */
  q?: string | undefined
}

export const casesQuery = ({ q: _, ...search }: ListSearch) =>
  infiniteQueryOptions({
    queryKey: ["cases", search],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Case>>(`/api/cases${query({ ...search, limit: pageParam ? 200 : 50, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 30_000,
  })

export const searchQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ["search", q],
    queryFn: ({ pageParam, signal }) => get<FoundPage>(`/api/search${query({ q, limit: 50, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 30_000,
    retry: false,
  })

export const viewsQuery = queryOptions({
  queryKey: ["views"],
  queryFn: async ({ signal }) => {
    return (await get<Page<View>>("/api/views", signal)).items
  },
  staleTime: 30_000,
})

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

export const statusesQuery = queryOptions({
  queryKey: ["statuses"],
  queryFn: async ({ signal }) => (await get<Page<Status>>("/api/statuses?limit=200", signal)).items,
  staleTime: 300_000,
})

export const fieldsQuery = queryOptions({
  queryKey: ["fields"],
  queryFn: async ({ signal }) =>
    (await get<Page<FieldDefinition>>("/api/fields?limit=200", signal)).items.filter(({ retired }) => !retired),
  staleTime: 300_000,
})

export const tagsQuery = queryOptions({
  queryKey: ["tags"],
  queryFn: async ({ signal }) => (await get<Page<{ name: string }>>("/api/tags?limit=200", signal)).items.map(({ name }) => name),
  staleTime: 60_000,
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
