import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import type { Mention } from "../api.ts"
import { get, query } from "../../api/request.ts"
import type { Id, Page } from "../../api/types.ts"

export interface Alarm {
  id: Id
  watch: { id: Id; name: string }
  since: string
  calledAt: string
  strength: number
  height: { minutes: number; count: number; usual: number; seldomAbove: number }
  complete: boolean
  posts: number
  people: number
  words: { word: string; people: number }[]
  sites: { site: string; posts: number }[]
  verdict: { is: "right" | "wrong"; by: string; at: string; note: string | null } | null
  track: { days: number; called: number; right: number; wrong: number }
}

export const alarmsQuery = (open: boolean) =>
  infiniteQueryOptions({
    queryKey: ["alarms", { open }],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Alarm>>(`/api/alarms${query({ limit: 20, cursor: pageParam, ...(open ? { open: "true" } : {}) })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 30_000,
    refetchInterval: 60_000,
  })

export const alarmQuery = (id: Id) =>
  queryOptions({
    queryKey: ["alarms", "one", id],
    queryFn: ({ signal }) => get<Alarm & { mentions: Mention[] }>(`/api/alarms/${id}`, signal),
    staleTime: 60_000,
    retry: false,
  })
