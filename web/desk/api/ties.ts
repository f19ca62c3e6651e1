import { queryOptions } from "@tanstack/react-query"
import { get } from "./request.ts"
import type { MentionDecision, Page, Tie } from "./types.ts"

/** What was said in the open and is tied to a case, or may belong to it. */
export const tiesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["ties", caseId],
    queryFn: async ({ signal }) => (await get<Page<Tie>>(`/api/cases/${caseId}/ties`, signal)).items,
    staleTime: 30_000,
  })

/** What was decided about it, the latest first. */
export const mentionDecisionsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["mention-decisions", caseId],
    queryFn: async ({ signal }) => (await get<Page<MentionDecision>>(`/api/cases/${caseId}/mention-decisions`, signal)).items,
    staleTime: 30_000,
  })

/** What was said in the open and is tied to somebody without a case, or may be theirs. */
export const contactTiesQuery = (contactId: string) =>
  queryOptions({
    queryKey: ["contact-ties", contactId],
    queryFn: async ({ signal }) => (await get<Page<Tie>>(`/api/contacts/${contactId}/ties`, signal)).items,
    staleTime: 30_000,
  })
