import { useQueryClient } from "@tanstack/react-query"
import type { Id } from "../api/types.ts"
import { articleQuery } from "./api.ts"

/** Fetches an article and the lists that show it again. */
export function useArticleRefresh(id: Id): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: articleQuery(id).queryKey })
    await client.invalidateQueries({ queryKey: ["articles"] })
  }
}
