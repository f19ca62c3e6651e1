import { type RefObject, useEffect, useEffectEvent } from "react"

/**
 * Escape leaves the topmost dialog when nothing has the focus: the button that was pressed may have gone with its line,
 * and the dialog itself hears only keys pressed within.
 */
export function useEscapeAnywhere(dialog: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || document.activeElement !== document.body) return
      if ([...document.querySelectorAll(".dialog")].at(-1) !== dialog.current) return
      event.preventDefault()
      close()
    }
    document.addEventListener("keydown", leave)
    return () => document.removeEventListener("keydown", leave)
  }, [dialog])
}
