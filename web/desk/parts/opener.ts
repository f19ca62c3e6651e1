import { createContext, type KeyboardEvent, type MouseEvent, type RefObject, use } from "react"

interface Opening {
  anchor: RefObject<HTMLButtonElement | null>
  kind: "menu" | "listbox"
  open: boolean
  turn: (open: boolean) => void
}

/** Around a button that opens something. */
export const Opener = createContext<Opening | null>(null)

/** What makes a button the one that opens; nothing when it opens nothing. */
export function useOpener() {
  const opening = use(Opener)
  if (!opening) return null
  const { anchor, kind, open, turn } = opening
  return {
    ref: anchor,
    "aria-haspopup": kind,
    "aria-expanded": open,
    onClick: ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
      currentTarget.focus({ preventScroll: true }) // Safari doesn't
      turn(!open)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" || event.key === " ") event.stopPropagation()
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
      event.preventDefault()
      event.stopPropagation()
      turn(true)
    },
  } as const
}
