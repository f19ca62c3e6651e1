import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import type { ListenedAlarm, ListenedAlarmDetail } from "#house"
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
