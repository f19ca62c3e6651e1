import { queryOptions } from "@tanstack/react-query"
import { get } from "../api/request.ts"
import type { Demo } from "../api/types.ts"

/** The fifteen stories, as they are told in a language: the reader's, whom the server knows. */
export const demoQuery = (language: string) =>
  queryOptions({
    queryKey: ["demo", language],
    queryFn: ({ signal }) => get<Demo>("/api/demo", signal),
    refetchInterval: ({ state }) => (state.data?.older ? 5000 : false),
  })
