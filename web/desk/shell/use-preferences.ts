import { useQuery } from "@tanstack/react-query"
import { useEffect } from "react"
import { preferencesQuery } from "../api/preferences.ts"
import { letters, myKeys } from "./my-keys.ts"

/** Keeps keys and density as the agent has them, on whichever device they were last changed. */
export function usePreferences(): void {
  const now = useQuery(preferencesQuery).data
  useEffect(() => {
    if (!now) return
    myKeys.set(now.keys)
    letters.set(now.letters)
    document.documentElement.dataset["density"] = now.density
  }, [now])
}
