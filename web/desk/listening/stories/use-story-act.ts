import { useQueryClient } from "@tanstack/react-query"
import { post } from "../../api/request.ts"
import type { Id } from "../../api/types.ts"
import { storyQuery } from "./api.ts"

export type StoryAct = (path: string, body: object) => Promise<void>

/** Does something to a story and fetches it again. @throws Refused */
export function useStoryAct(id: Id): StoryAct {
  const client = useQueryClient()
  return async (path, body) => {
    await post(path, body)
    await client.invalidateQueries({ queryKey: storyQuery(id).queryKey })
  }
}
