import { queryOptions } from "@tanstack/react-query"
import { get, Refused } from "./request.ts"
import type { Draft } from "./types.ts"

export type DraftKind = "reply" | "note"

/** Where a draft is kept; `FIRST`: to somebody who hasn't written, in no conversation yet. */
export const FIRST = "first"
export const draftPath = (conversationId: string, kind: DraftKind): string =>
  conversationId === FIRST ? "/api/drafts/first" : `/api/conversations/${conversationId}/drafts/${kind}`

/** What was being written here; null: nothing. */
export const draftQuery = (conversationId: string, kind: DraftKind) =>
  queryOptions({
    queryKey: ["draft", conversationId, kind],
    queryFn: async ({ signal }): Promise<Draft | null> => {
      try {
        return await get<Draft | null>(draftPath(conversationId, kind), signal)
      } catch (error) {
        if (error instanceof Refused && error.status === 404) return null
        throw error
      }
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
