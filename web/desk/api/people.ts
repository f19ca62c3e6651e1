import { queryOptions } from "@tanstack/react-query"
import { get, mayPass, Refused } from "./request.ts"
import type { Agent, Me, Page, SignInWays, Team } from "./types.ts"

/** Who is signed in; null: nobody. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await get<Me>("/api/me", signal)
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return null
      throw error
    }
  },
  staleTime: Infinity,
  retry: (tries, error) => tries < 5 && mayPass(error),
})

export const waysQuery = queryOptions({
  queryKey: ["sign-in-ways"],
  queryFn: ({ signal }) => get<SignInWays>("/api/sign-in/ways", signal),
})

export const agentsQuery = queryOptions({
  queryKey: ["agents"],
  queryFn: async ({ signal }) => (await get<Page<Agent>>("/api/agents?limit=200", signal)).items,
  staleTime: 60_000,
})

export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: async ({ signal }) => (await get<Page<Team>>("/api/teams?limit=200", signal)).items,
  staleTime: 60_000,
})
