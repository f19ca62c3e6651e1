import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import type { WatchCoverage, WatchNews, WatchSpeakers, WatchTold, WatchVoices } from "#house"
import { get, query } from "../../api/request.ts"
import type { Id } from "../../api/types.ts"
import type { Step } from "../api.ts"

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

/** Stories and tones over time. */
export const toldQuery = (id: Id, step: Step, span: { from: string }) =>
  queryOptions({
    queryKey: ["watch-told", id, step, span],
    queryFn: ({ signal }) => get<WatchTold>(`/api/watches/${id}/told${query({ step, ...span })}`, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

/** Who spoke, and where. */
export const speakersQuery = (id: Id, span: { from: string }) =>
  queryOptions({
    queryKey: ["watch-speakers", id, span],
    queryFn: ({ signal }) => get<WatchSpeakers>(`/api/watches/${id}/speakers${query(span)}`, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

/** Source by source: what it brought, and when it wasn't read. */
export const coverageQuery = (id: Id, span: { from: string; to: string }) =>
  queryOptions({
    queryKey: ["watch-coverage", id, span],
    queryFn: ({ signal }) => get<WatchCoverage>(`/api/watches/${id}/coverage${query(span)}`, signal),
    staleTime: 60_000,
  })
