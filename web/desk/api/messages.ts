import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import { get, query, Refused } from "./request.ts"
import type { Draft, Recipients } from "./types.ts"

/** Asked anew each minute, and when the moment that was told has come: hours open and close while one writes. */
const AGAIN = 60_000

/** Who an answer goes to and when it arrives; `to`: addresses that were chosen instead of those derived. */
export const recipientsQuery = (conversationId: string, answering: string | null, to: string | null) =>
  queryOptions({
    queryKey: ["recipients", conversationId, answering, to],
    queryFn: ({ signal }) => get<Recipients>(`/api/conversations/${conversationId}/recipients${query({ answering, to })}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.why === "hours" ? Math.min(AGAIN, Math.max(1000, Date.parse(data.sendsAt) - Date.now() + 500)) : AGAIN,
    staleTime: 10_000,
    retry: false,
  })

export type DraftKind = "reply" | "note"

/** What was being written here; null: nothing. */
export const draftQuery = (conversationId: string, kind: DraftKind) =>
  queryOptions({
    queryKey: ["draft", conversationId, kind],
    queryFn: async ({ signal }): Promise<Draft | null> => {
      try {
        return await get<Draft | null>(`/api/conversations/${conversationId}/drafts/${kind}`, signal)
      } catch (error) {
        if (error instanceof Refused && error.status === 404) return null
        throw error
      }
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
