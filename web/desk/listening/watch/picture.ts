import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import type { WatchNews, WatchVoices } from "#house"
import { get, query } from "../../api/request.ts"
import type { Id } from "../../api/types.ts"

/** Who of all that spoke of any of these watches spoke of each. */
export const voicesQuery = (watches: readonly Id[], span: { from: string }) =>
  queryOptions({
    queryKey: ["watch-voices", watches, span],
    queryFn: ({ signal }) => get<WatchVoices>(`/api/voices${query({ watches: watches.join(","), ...span })}`, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

/** Words and sites that weren't there before. */
export const newsQuery = (id: Id, span: { from: string }) =>
  queryOptions({
    queryKey: ["watch-news", id, span],
    queryFn: ({ signal }) => get<WatchNews>(`/api/watches/${id}/news${query(span)}`, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
