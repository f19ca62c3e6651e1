import { queryOptions } from "@tanstack/react-query"
import { get, query, Refused } from "./request.ts"
import type { Draft, Recipients } from "./types.ts"

export const recipientsQuery = (conversationId: string, answering: string | null) =>
  queryOptions({
    queryKey: ["recipients", conversationId, answering],
    queryFn: ({ signal }) => get<Recipients>(`/api/conversations/${conversationId}/recipients${query({ answering })}`, signal),
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
