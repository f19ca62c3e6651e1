import { queryOptions } from "@tanstack/react-query"
import { get, query } from "../../api/request.ts"
import type { Id, Page } from "../../api/types.ts"
import type { Source, SourceEvent } from "../api.ts"

export const sourcesQuery = queryOptions({
  queryKey: ["sources"],
  queryFn: async ({ signal }) => (await get<Page<Source>>("/api/sources", signal)).items,
  staleTime: 30_000,
  refetchInterval: 60_000,
})

export const sourceQuery = (id: Id) =>
  queryOptions({
    queryKey: ["source", id],
    queryFn: ({ signal }) => get<Source>(`/api/sources/${encodeURIComponent(id)}`, signal),
    staleTime: 15_000,
    refetchInterval: 30_000,
    retry: false,
  })

/** What one field of a kind's settings is, as JSON Schema says. */
export interface SettingSchema {
  type?: string
  title?: string
  description?: string
  format?: string
  enum?: string[]
  default?: unknown
  minimum?: number
  maximum?: number
  items?: SettingSchema
  anyOf?: SettingSchema[]
}
export interface ObjectSchema {
  properties?: Record<string, SettingSchema>
  required?: string[]
}

export interface Kind {
  kind: string
  name: string
  place: string
  readable: "freely" | "with-key" | "after-approval"
  keeps: "all" | "matched"
  isRegistered: boolean
  /** What becomes known of deletions there, in a sentence. */
  deletions: string
  costs: boolean
  follows: boolean
  settings: ObjectSchema
  secret: ObjectSchema | null
}

export interface Kinds {
  items: Kind[]
  hard: { place: string; name: string; why: string; detail: string }[]
  asOf: string
}

export const kindsQuery = queryOptions({
  queryKey: ["source-kinds"],
  queryFn: ({ signal }) => get<Kinds>("/api/sources/kinds", signal),
  staleTime: Infinity,
})

export const sourceEventsQuery = (id: Id) =>
  queryOptions({
    queryKey: ["source-events", id],
    queryFn: async ({ signal }) => (await get<Page<SourceEvent>>(`/api/sources/${id}/events?limit=50`, signal)).items,
    staleTime: 15_000,
  })

export interface Stretch {
  from: string
  to: string
}

export const coverageQuery = (id: Id, from: string) =>
  queryOptions({
    queryKey: ["source-coverage", id, from],
    queryFn: async ({ signal }) => (await get<Page<Stretch>>(`/api/sources/${id}/coverage${query({ from })}`, signal)).items,
    staleTime: 60_000,
  })

export interface Trial {
  name: string
  trouble: { code: string; detail: string } | null
  remark: string | null
  heard: number
  examples: { kind: string; title: string | null; text: string; url: string | null; publishedAt: string | null }[]
}
