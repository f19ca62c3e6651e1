import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { parseHere, writeHere } from "./browser-store.ts"
import { get, patch } from "./request.ts"
import type { Preferences } from "./types.ts"

const KEPT = "vigie.preferences.2"

/** How the agent has the desk. What this browser last knew is used at once, so that nothing jumps when the server answers. */
export const preferencesQuery = queryOptions({
  queryKey: ["preferences"],
  queryFn: async ({ signal }): Promise<Preferences> => keepPreferences(await get<Preferences>("/api/me/preferences", signal)),
  staleTime: 300_000,
  placeholderData: kept,
})

export interface PreferencesChange extends Partial<Omit<Preferences, "notify" | "alerts">> {
  notify?: Partial<Preferences["notify"]>
  alerts?: Partial<Preferences["alerts"]>
}

/** Changes some of it: here at once, on the server right after, and back when the server says no. */
export function useChangePreferences() {
  const client = useQueryClient()
  const key = preferencesQuery.queryKey
  return useMutation({
    mutationFn: async (changes: PreferencesChange) => keepPreferences(await patch<Preferences>("/api/me/preferences", changes)),
    onMutate: async ({ notify, alerts, ...changes }) => {
      await client.cancelQueries({ queryKey: key })
      const before = client.getQueryData(key)
      if (before)
        client.setQueryData(key, {
          ...before,
          ...changes,
          notify: { ...before.notify, ...notify },
          alerts: { ...before.alerts, ...alerts },
        })
      return before
    },
    onSuccess: (now) => client.setQueryData(key, now),
    onError: (_error, _changes, before) => client.setQueryData(key, before),
  })
}

/** What this browser will know of it at once the next time. */
export function keepPreferences(now: Preferences): Preferences {
  writeHere(KEPT, JSON.stringify(now))
  return now
}

function kept(): Preferences | undefined {
  return (parseHere(KEPT) as Preferences | null) ?? undefined
}
