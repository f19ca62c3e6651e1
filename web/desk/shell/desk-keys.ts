import { useNavigate } from "@tanstack/react-router"
import { useKeys } from "./keys.ts"
import { helpOpen } from "./help-open.ts"

/** Keys that work wherever a list is shown. */
export function useDeskKeys(): void {
  const navigate = useNavigate()
  const view = (name: string) => () => void navigate({ to: "/cases", search: { view: name } })
  useKeys({
    "/": () => document.querySelector<HTMLInputElement>("#search")?.focus(),
    "?": () => helpOpen.set(true),
    "1": view("mine"),
    "2": view("unassigned"),
    "3": view("all"),
  })
}
