import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query"
import { every } from "./case.ts"
import { get } from "./request.ts"
import type { Page } from "./types.ts"

interface KnownTag {
  name: string
}

/** Tags with a word that begins like what is being typed. */
export const tagsLike = (typed: string) =>
  queryOptions({
    queryKey: ["tags", "like", typed],
    queryFn: async ({ signal }) =>
      (await get<Page<KnownTag>>(`/api/tags?limit=50&q=${encodeURIComponent(typed)}`, signal)).items.map(({ name }) => name),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

export interface CountedTag extends KnownTag {
  cases: number
  articles: number
}

/** A page after the other, with how many cases and articles have each. */
export const countedTags = (typed: string) =>
  infiniteQueryOptions({
    queryKey: ["tags", "counted", typed],
    queryFn: ({ signal, pageParam }) => {
      const cursor = pageParam === null ? "" : `&cursor=${encodeURIComponent(pageParam)}`
      return get<Page<CountedTag>>(`/api/tags?counted=true&limit=50&q=${encodeURIComponent(typed)}${cursor}`, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

interface TagChange {
  id: string
  tag: string
  becomes: string | null
  total: number
  changed: number
  at: string
  finishedAt: string | null
}

/** Asked again every second while one goes on. */
export const tagChangesQuery = queryOptions({
  queryKey: ["tags", "changes"],
  queryFn: async ({ signal }) => (await get<Page<TagChange>>("/api/tags/changes", signal)).items,
  refetchInterval: ({ state }) => (state.data?.some(({ finishedAt }) => finishedAt === null) ? 1000 : false),
})

export const allTagsQuery = queryOptions({
  queryKey: ["tags", "all"],
  queryFn: async ({ signal }) => (await every<KnownTag>("/api/tags?limit=200", signal)).map(({ name }) => name),
  staleTime: 60_000,
})
