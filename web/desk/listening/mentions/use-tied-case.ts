import { useQuery } from "@tanstack/react-query"
import type { Id } from "../../api/types.ts"
import { mentionTiesQuery } from "./api.ts"

/** The case that a person tied to a mention; what is decided about it is then for those who may see the case. */
export function useTiedCase(mention: Id): { id: Id; number: number } | null {
  const ties = useQuery(mentionTiesQuery(mention)).data ?? []
  return ties.find(({ state, case: one }) => state === "confirmed" && one !== null)?.case ?? null
}
