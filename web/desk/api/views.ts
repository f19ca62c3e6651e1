import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query"
import { get, post, query } from "./request.ts"
import type { BulkChange, Case, Notification, Page, SavedView, Similar, ViewQuery } from "./types.ts"

/** Views that people made, with what they hold now. */
export const savedViewsQuery = queryOptions({
  queryKey: ["saved-views"],
  queryFn: async ({ signal }) => (await get<Page<SavedView>>("/api/saved-views", signal)).items,
  staleTime: 30_000,
})

export interface Preview {
  count: number
  more: boolean
  items: Case[]
}

/** What a query shows that isn't saved yet. */
export const previewQuery = (asked: ViewQuery, sort: SavedView["sort"]) =>
  queryOptions({
    queryKey: ["view-preview", asked, sort],
    queryFn: () => post<Preview>("/api/saved-views/preview", { query: asked, sort }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: false,
  })

export const unreadQuery = queryOptions({
  queryKey: ["notifications", "unread"],
  queryFn: ({ signal }) => get<Page<Notification>>("/api/notifications?unread=true&limit=100", signal),
  staleTime: 30_000,
})

export type Told = "inbox" | "unread" | "mentions"

export const notificationsQuery = (which: Told) =>
  infiniteQueryOptions({
    queryKey: ["notifications", "list", which],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Notification>>(
        `/api/notifications${query({ limit: 50, cursor: pageParam, unread: which === "unread" || null, kind: which === "mentions" ? "mention" : null })}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 30_000,
  })

/** What one has lately done to many cases. */
export const bulkChangesQuery = queryOptions({
  queryKey: ["bulk"],
  queryFn: async ({ signal }) => (await get<Page<BulkChange>>("/api/bulk", signal)).items,
  staleTime: 30_000,
})

export const similarQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["similar", caseId],
    queryFn: async ({ signal }) => (await get<Page<Similar>>(`/api/cases/${caseId}/similar`, signal)).items,
    staleTime: 300_000,
    retry: false,
  })
