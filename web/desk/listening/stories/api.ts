import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import type { ListenedStory, ListenedStoryDetail } from "#house"
import { get, query } from "../../api/request.ts"
import type { Id, Page } from "../../api/types.ts"

export type Story = ListenedStory
export type StoryDetail = ListenedStoryDetail
export type Claim = StoryDetail["claims"][number]
export type Step = StoryDetail["trail"][number]

interface Asked {
  watch?: Id | undefined
  from?: string | undefined
}

export const storiesQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ["stories", asked],
    queryFn: ({ pageParam, signal }) => get<Page<Story>>(`/api/stories${query({ ...asked, limit: 30, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 60_000,
  })

export const storyQuery = (id: Id) =>
  queryOptions({
    queryKey: ["story", id],
    queryFn: ({ signal }) => get<StoryDetail>(`/api/stories/${encodeURIComponent(id)}`, signal),
    staleTime: 30_000,
    retry: false,
  })
