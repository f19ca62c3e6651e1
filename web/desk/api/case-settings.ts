import { queryOptions } from "@tanstack/react-query"
import { get } from "./request.ts"
import type { FieldDefinition, Page, Status } from "./types.ts"

export const statusesQuery = queryOptions({
  queryKey: ["statuses"],
  queryFn: async ({ signal }) => (await get<Page<Status>>("/api/statuses?limit=200", signal)).items,
  staleTime: 300_000,
})

export const fieldsQuery = queryOptions({
  queryKey: ["fields"],
  queryFn: async ({ signal }) =>
    (await get<Page<FieldDefinition>>("/api/fields?limit=200", signal)).items.filter(({ retired }) => !retired),
  staleTime: 300_000,
})
