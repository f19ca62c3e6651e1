import { queryOptions } from "@tanstack/react-query"
import { get } from "../api/request.ts"

export const HELPS = ["summary", "answer", "translation", "tone"] as const
export type Help = (typeof HELPS)[number]
export const TONES = ["shorter", "warmer", "plainer"] as const
export type Tone = (typeof TONES)[number]

/** Which helps an administrator switched on, and whose words they would be. */
export const writingHelpQuery = queryOptions({
  queryKey: ["writing-help"],
  queryFn: ({ signal }) => get<{ helps: Help[]; service: string | null }>("/api/writing", signal),
  staleTime: 300_000,
})
