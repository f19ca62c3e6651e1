import { queryOptions } from "@tanstack/react-query"
import type { ListedAccuracy, ListenedReading, ListenedSpread } from "#house"
import { get } from "../../api/request.ts"
import type { Id, MentionDecision, Page, Tie } from "../../api/types.ts"

export type Reading = ListenedReading
export type Accuracy = ListedAccuracy

const HALF_A_MINUTE = 30_000

/** How it was read; null for the seconds until it is, and where it is gone. */
export const readingQuery = (mention: Id) =>
  queryOptions({
    queryKey: ["mention-reading", mention],
    queryFn: ({ signal }) => get<Reading>(`/api/mentions/${mention}/reading`, signal),
    staleTime: HALF_A_MINUTE,
    retry: false,
  })

/** How often readings are right, of those that a person looked at. */
export const accuracyQuery = queryOptions({
  queryKey: ["tone-accuracy"],
  queryFn: async ({ signal }) => (await get<Page<Accuracy>>("/api/tone/accuracy", signal)).items,
  staleTime: HALF_A_MINUTE,
})

export const spreadQuery = (mention: Id) =>
  queryOptions({
    queryKey: ["mention-spread", mention],
    queryFn: ({ signal }) => get<ListenedSpread>(`/api/mentions/${mention}/spread`, signal),
    staleTime: HALF_A_MINUTE,
  })

export const mentionTiesQuery = (mention: Id) =>
  queryOptions({
    queryKey: ["mention-ties", mention],
    queryFn: async ({ signal }) => (await get<Page<Tie>>(`/api/mentions/${mention}/ties`, signal)).items,
    staleTime: HALF_A_MINUTE,
  })

/** What was decided about a mention or a story: `mentions/ID`, `stories/ID`. */
export const decisionsQuery = (about: string) =>
  queryOptions({
    queryKey: ["open-decisions", about],
    queryFn: async ({ signal }) => (await get<Page<MentionDecision>>(`/api/${about}/decisions`, signal)).items,
    staleTime: HALF_A_MINUTE,
  })
