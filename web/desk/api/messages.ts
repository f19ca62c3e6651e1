import { keepPreviousData, queryOptions } from "@tanstack/react-query"
import { FIRST } from "./drafts.ts"
import { get, query } from "./request.ts"
import { now } from "./server-clock.ts"
import type { Recipients } from "./types.ts"

/** Asked anew each minute, and when the moment that was told has come: hours open and close while one writes. */
const AGAIN = 60_000

/** Who an answer goes to and when it arrives; `to`: addresses that were chosen instead of those derived. */
export const recipientsQuery = (conversationId: string, answering: string | null, to: string | null) =>
  queryOptions({
    queryKey: ["recipients", conversationId, answering, to],
    queryFn: ({ signal }) => get<Recipients>(`/api/conversations/${conversationId}/recipients${query({ answering, to })}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.why === "hours" ? Math.min(AGAIN, Math.max(1000, Date.parse(data.sendsAt) - now() + 500)) : AGAIN,
    staleTime: 10_000,
    retry: false,
  })

/** When something that is written to somebody first would arrive. */
export const firstRecipientsQuery = (inboxId: string, to: string) =>
  queryOptions({
    ...recipientsQuery(inboxId, null, to),
    queryKey: ["recipients", FIRST, inboxId, to],
    queryFn: ({ signal }) => get<Recipients>(`/api/inboxes/${inboxId}/recipients${query({ to })}`, signal),
  })
