import { useRef } from "react"
import { useCommands } from "../shell/keys.ts"

/** Goes through the links that carry `data-step` inside a list by j and k, and opens one by o. */
export function useSteps(count: number, open?: (index: number) => void) {
  const list = useRef<HTMLDivElement>(null)
  const links = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>("[data-step]") ?? [])]
  const step = (by: number): void => {
    const all = links()
    const at = all.findIndex((one) => one.contains(document.activeElement))
    all[at === -1 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus()
  }
  useCommands({
    "list.next": count > 0 ? () => step(1) : undefined,
    "list.previous": count > 0 ? () => step(-1) : undefined,
    "list.open":
      open && count > 0
        ? () =>
            open(
              Math.max(
                0,
                links().findIndex((one) => one === document.activeElement),
              ),
            )
        : undefined,
  })
  return list
}
