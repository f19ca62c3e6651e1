import { useNavigate } from "@tanstack/react-router"
import { useCommands } from "./keys.ts"
import { helpOpen } from "./help-open.ts"

/** What can be done wherever a list is shown. */
export function useDeskKeys(): void {
  const navigate = useNavigate()
  const go = (view: string) => () => void navigate({ to: "/cases", search: { view } })
  useCommands({
    "list.search": () => document.querySelector<HTMLInputElement>("#search")?.focus(),
    "desk.help": () => helpOpen.set(true),
    "go.mine": go("mine"),
    "go.unassigned": go("unassigned"),
    "go.all": go("all"),
    "go.waiting": go("waiting"),
    "go.promises": go("promises"),
    "go.followed": go("followed"),
    "go.snoozed": go("snoozed"),
    "go.resolved": go("resolved"),
    "go.settings": () => void navigate({ to: "/settings/$page", params: { page: "account" } }),
  })
}
