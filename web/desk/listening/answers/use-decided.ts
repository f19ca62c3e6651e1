import { queryOptions, useQuery } from "@tanstack/react-query"
import { get } from "../../api/request.ts"
import type { Id, MentionDecision, Page } from "../../api/types.ts"

const decisionsQuery = (mentionId: Id) =>
  queryOptions({
    queryKey: ["mention-decisions", `mention ${mentionId}`],
    queryFn: async ({ signal }) => (await get<Page<MentionDecision>>(`/api/mentions/${mentionId}/decisions`, signal)).items,
    staleTime: 30_000,
  })

/** Whether it was decided already to speak in public: then an answer needs no other reason. */
export function useDecided(mentionId: Id): boolean {
  const [latest] = useQuery(decisionsQuery(mentionId)).data ?? []
  return latest?.way === "public" && latest.undone === null
}
