import { useNavigate } from "@tanstack/react-router"
import { useRef } from "react"
import type { Notification } from "../api/types.ts"
import type { Told } from "../api/views.ts"
import { publicPath } from "./public-path.ts"
import { useCommands } from "../shell/keys.ts"

/** From one notification to the next, by the keys of lists: each opens its case at the very words. */
export function useToldKeys(items: readonly Notification[], which: Told): void {
  const navigate = useNavigate()
  const at = useRef<string | null>(null)
  const move = (step: number): void => {
    const now = items.findIndex(({ id }) => id === at.current)
    const told = items[now === -1 ? (step > 0 ? 0 : items.length - 1) : now + step]
    if (!told) return
    at.current = told.id
    if (!told.case) {
      void navigate({ href: publicPath(told) })
      return
    }
    void navigate({
      to: "/cases/$number",
      params: { number: String(told.case.number) },
      search: { view: which },
      ...(told.messageId ? { hash: `message-${told.messageId}` } : {}),
    })
  }
  useCommands({
    "list.next": () => move(1),
    "list.previous": () => move(-1),
    "list.back": () => void navigate({ to: "/cases", search: { view: which } }),
  })
}
