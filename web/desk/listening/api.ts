import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query"
import type {
  ListenedMention,
  ListenedMentionDetail,
  ListenedQueryProblem,
  ListenedSource,
  ListenedSourceEvent,
  ListenedWatch,
} from "#house"
import { get, query } from "../api/request.ts"
import type { Id, Page } from "../api/types.ts"
import type { MentionSearch } from "./search.ts"

export type Watch = ListenedWatch
export type Mention = ListenedMention
export type MentionDetail = ListenedMentionDetail
export type QueryProblem = ListenedQueryProblem
export type Source = ListenedSource
export type SourceEvent = ListenedSourceEvent

const MINUTE = 60_000

export const watchesQuery = queryOptions({
  queryKey: ["watches"],
  queryFn: async ({ signal }) => {
    const all: Watch[] = []
    let cursor: string | null = null
    do {
      const page: Page<Watch> = await get(`/api/watches${query({ limit: 200, cursor })}`, signal)
      all.push(...page.items)
      cursor = page.next
    } while (cursor !== null)
    return all
  },
  staleTime: MINUTE / 2,
  refetchInterval: MINUTE,
})

export const watchQuery = (id: Id) =>
  queryOptions({
    queryKey: ["watch", id],
    queryFn: ({ signal }) => get<Watch>(`/api/watches/${encodeURIComponent(id)}`, signal),
    staleTime: MINUTE / 2,
    retry: false,
  })

export interface Revision {
  revision: number
  query: string
  by: { ref: string; name: string | null }
  at: string
}

export const revisionsQuery = (id: Id) =>
  queryOptions({
    queryKey: ["watch-revisions", id],
    queryFn: async ({ signal }) => (await get<Page<Revision>>(`/api/watches/${id}/revisions`, signal)).items,
    staleTime: MINUTE,
  })

export type Step = "5m" | "hour" | "day"

export interface Counts {
  from: string
  to: string
  step: Step
  posts: number
  people: number
  sources: number
  changedAt: string | null
  items: { at: string; posts: number; people: number; complete: boolean }[]
  changes: { at: string; sourceId: Id; name: string; what: "began" | "ended" }[]
  listened: { from: string; to: string | null }[]
}

export const countsQuery = (id: Id, step: Step, span: { from?: string; to?: string } = {}) =>
  queryOptions({
    queryKey: ["watch-counts", id, step, span],
    queryFn: ({ signal }) => get<Counts>(`/api/watches/${id}/counts${query({ step, ...span })}`, signal),
    staleTime: MINUTE,
    placeholderData: keepPreviousData,
  })

export const mentionsPath = ({ watch, ...rest }: MentionSearch, cursor: string | null, limit: number): string =>
  `/api/${watch ? `watches/${encodeURIComponent(watch)}/mentions` : "mentions"}${query({ ...rest, limit, cursor })}`

/** The same, all of it, as a table. */
export const mentionsFile = (search: MentionSearch, language: "en" | "fr"): string =>
  `/api/exports/mentions.csv${query({ ...search, delimiter: language === "fr" ? ";" : "," })}`

export const mentionsQuery = (search: MentionSearch) =>
  infiniteQueryOptions({
    queryKey: ["mentions", search],
    queryFn: ({ pageParam, signal }) => get<Page<Mention>>(mentionsPath(search, pageParam, 50), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: MINUTE / 2,
  })

export const mentionQuery = (id: Id) =>
  queryOptions({
    queryKey: ["mention", id],
    queryFn: ({ signal }) => get<MentionDetail>(`/api/mentions/${encodeURIComponent(id)}`, signal),
    staleTime: MINUTE / 2,
    retry: false,
  })
