import { useQuery } from "@tanstack/react-query"
import { preferencesQuery, type PreferencesChange, useChangePreferences } from "../../api/preferences.ts"
import type { Preferences } from "../../api/types.ts"
import { tell } from "../../shell/notices.tsx"
import { useProblem } from "../../words/use-problem.ts"

/** How the agent has the desk, and a way to change it; undefined until it is known. */
export function usePreference(): { now: Preferences | undefined; change: (changes: PreferencesChange) => void } {
  const problem = useProblem()
  const { mutate } = useChangePreferences()
  return {
    now: useQuery(preferencesQuery).data,
    change: (changes) => mutate(changes, { onError: (error) => tell(problem(error), { tone: "hot" }) }),
  }
}
