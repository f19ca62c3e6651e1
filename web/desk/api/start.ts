import { queryOptions } from "@tanstack/react-query"
import { get } from "./request.ts"
import type { Company, SettingUp } from "./types.ts"

export const startQuery = queryOptions({
  queryKey: ["start"],
  queryFn: ({ signal }) => get<SettingUp>("/api/start", signal),
  staleTime: 10_000,
})
export const companyQuery = queryOptions({
  queryKey: ["company"],
  queryFn: ({ signal }) => get<Company>("/api/company", signal),
  staleTime: 60_000,
})
