import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import { listPage } from "./list-page.ts"
import { get, query } from "./request.ts"
import { defined, text } from "./search-values.ts"
import type { Case, FoundPage, Page, View } from "./types.ts"

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

/** A list as an address names it. */
export function listSearch(search: Record<string, unknown>): ListSearch {
  const sort = text(search["sort"])
  const { view, inbox, team, tag, contact, q } = search
  return defined({
    view: text(view),
    inbox: text(inbox),
    team: text(team),
    tag: text(tag),
    contact: text(contact),
    q: text(q),
    sort: sort === "waiting" || sort === "deadline" || sort === "newest" || sort === "risk" ? sort : undefined,
  })
}

const TOLD = new Set(["inbox", "unread", "mentions", "done"])

/** Whether it is a list of what one was told, not of cases. */
export const isTold = ({ view, q }: ListSearch): boolean => !q && TOLD.has(view ?? "")

export const casesQuery = ({ q: _, ...search }: ListSearch) =>
  infiniteQueryOptions({
    queryKey: ["cases", search],
    queryFn: (asked) => listPage(asked, (part) => get<Page<Case>>(`/api/cases${query({ ...search, ...part })}`, asked.signal)),
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
