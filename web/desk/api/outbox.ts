import { queryOptions } from "@tanstack/react-query"
import { get } from "./request.ts"
import type { Message, Page } from "./types.ts"

/** Answers that haven't left and won't by themselves. */
export const outboxQuery = (state: string) =>
  queryOptions({
    queryKey: ["outbox", state],
    queryFn: async ({ signal }) => (await get<Page<Message>>(`/api/outbox?state=${state}&limit=100`, signal)).items,
    staleTime: 60_000,
  })
