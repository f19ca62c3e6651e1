import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { preferencesQuery, useChangePreferences } from "../api/preferences.ts"
import { barOpen } from "../bar/bar-open.ts"
import { appear, appearance } from "./appearance.ts"
import { useCommands } from "./keys.ts"
import { helpOpen } from "./help-open.ts"

/** What can be done wherever a list is shown. */
export function useDeskKeys(): void {
  useCommands({ "list.search": () => document.querySelector<HTMLInputElement>("#search")?.focus() })
}

/** What can be done on every page. */
export function useEverywhereKeys(): void {
  const navigate = useNavigate()
  const client = useQueryClient()
  const change = useChangePreferences()
  const go = (view: string) => () => void navigate({ to: "/cases", search: { view } })
  useCommands({
    "desk.bar": () => barOpen.set(true),
    "desk.help": () => helpOpen.set(true),
    "desk.density": () => {
      const now = client.getQueryData(preferencesQuery.queryKey)?.density
      change.mutate({ density: now === "compact" ? "comfortable" : "compact" })
    },
    "desk.appearance": () => appear(isDark() ? "light" : "dark"),
    "go.inbox": go("inbox"),
    "go.mine": go("mine"),
    "go.unassigned": go("unassigned"),
    "go.all": go("all"),
    "go.waiting": go("waiting"),
    "go.promises": go("promises"),
    "go.followed": go("followed"),
    "go.snoozed": go("snoozed"),
    "go.resolved": go("resolved"),
    "go.figures": () => void navigate({ to: "/figures" }),
    "go.knowledge": () => void navigate({ to: "/knowledge", search: {} }),
    "go.listening": () => void navigate({ to: "/listening" }),
    "view.new": () => void navigate({ to: "/cases/view/$viewId", params: { viewId: "new" }, search: {} }),
    "go.settings": () => void navigate({ to: "/settings/$page", params: { page: "account" } }),
  })
}

function isDark(): boolean {
  const chosen = appearance.get()
  return chosen === "dark" || (chosen === "system" && matchMedia("(prefers-color-scheme: dark)").matches)
}
