import { queryOptions } from "@tanstack/react-query"
import { get } from "../../api/request.ts"
import type { Page, SocialAccount } from "../../api/types.ts"

export const socialAccountsQuery = queryOptions({
  queryKey: ["social-accounts"],
  queryFn: async ({ signal }) => (await get<Page<SocialAccount>>("/api/social-accounts", signal)).items,
  staleTime: 60_000,
})
