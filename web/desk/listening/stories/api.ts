import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query"
import type { ListenedPlaced, ListenedStory, ListenedStoryDetail } from "#house"
import { get, query } from "../../api/request.ts"
import type { Id, Page } from "../../api/types.ts"

export type Story = ListenedStory
export type StoryDetail = ListenedStoryDetail
export type Claim = StoryDetail["claims"][number]
export type Step = StoryDetail["trail"][number]
export type Move = StoryDetail["moves"][number]
export type Placed = ListenedPlaced

interface Asked {
  words?: string | undefined
  least?: number | undefined
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

export const storyMentionsQuery = (id: Id) =>
  infiniteQueryOptions({
    queryKey: ["story-mentions", id],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Placed>>(`/api/stories/${encodeURIComponent(id)}/mentions${query({ limit: 30, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 30_000,
  })
