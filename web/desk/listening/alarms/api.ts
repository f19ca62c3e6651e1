import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import type { AlarmCasesView, AlarmTrailView, ListenedAlarm, ListenedAlarmDetail } from "#house"
import { get, query } from "../../api/request.ts"
import type { Id, Page } from "../../api/types.ts"

export type Alarm = ListenedAlarm

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
    queryFn: ({ signal }) => get<ListenedAlarmDetail>(`/api/alarms/${id}`, signal),
    staleTime: 60_000,
    retry: false,
  })

export type AlarmCases = AlarmCasesView
export type AlarmTrail = AlarmTrailView

/** Whom it was told to, and what became of it. */
export const trailQuery = (id: Id) =>
  queryOptions({
    queryKey: ["alarms", "trail", id],
    queryFn: async ({ signal }) => (await get<Page<AlarmTrail>>(`/api/alarms/${id}/trail`, signal)).items,
    staleTime: 30_000,
  })

/** Open cases that belong to it: until it was called, and since. */
export const alarmCasesQuery = (id: Id) =>
  queryOptions({
    queryKey: ["alarms", "cases", id],
    queryFn: ({ signal }) => get<{ until: AlarmCases; since: AlarmCases }>(`/api/alarms/${id}/cases`, signal),
    staleTime: 60_000,
  })
