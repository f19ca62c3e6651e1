import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import type { Figures, WaitingNow } from "./types.ts"
import { get, query } from "./request.ts"

export const PERIODS = ["today", "7d", "28d", "90d", "year", "custom"] as const
export type Period = (typeof PERIODS)[number]

/** What the figures are of: part of their address. */
export interface FiguresSearch {
  period?: Period | undefined
  from?: string | undefined
  to?: string | undefined
  inbox?: string | undefined
  team?: string | undefined
  tag?: string | undefined
}

export const figuresQuery = (search: FiguresSearch) =>
  queryOptions({
    queryKey: ["figures", search],
    queryFn: ({ signal }) => get<Figures>(`/api/figures${query({ period: "28d", ...search })}`, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

export const waitingNowQuery = ({ inbox, team, tag }: FiguresSearch) =>
  queryOptions({
    queryKey: ["figures.now", inbox, team, tag],
    queryFn: ({ signal }) => get<WaitingNow>(`/api/figures/now${query({ inbox, team, tag })}`, signal),
    refetchInterval: 60_000,
  })
