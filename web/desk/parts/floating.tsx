import { type ReactNode, type RefObject, useEffectEvent, useLayoutEffect, useRef } from "react"
import { beside } from "./beside.ts"

interface Props {
  /** What opened it: it stands beside, and takes the focus back. */
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
  children: ReactNode
}

/** What a button opens: above the page and above a dialog, beside its button, gone at the first press elsewhere. */
export function Floating({ anchor, onClose, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => {
    const box = place.current
    const button = anchor.current
    if (!box || !button) return
    const before = document.activeElement
    box.showPopover()
    const settle = (event?: Event): void => {
      if (!(event?.target instanceof Node && box.contains(event.target))) beside(box, button)
    }
    const away = ({ target }: Event): void => {
      if (target instanceof Node && !box.contains(target) && !button.contains(target)) close()
    }
    // Wherever the focus is: what closed just before may have taken it back after this opened.
    const leave = (event: KeyboardEvent): void => {
      const within = document.activeElement?.closest(".popover")
      if (event.key !== "Escape" || event.defaultPrevented || (within && within !== box)) return
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    settle()
    const first = box.querySelector<HTMLElement>("[data-first]")
    first?.focus({ preventScroll: true })
    first?.scrollIntoView({ block: "nearest" })
    document.addEventListener("pointerdown", away, true)
    document.addEventListener("keydown", leave, true)
    addEventListener("scroll", settle, { capture: true, passive: true })
    addEventListener("resize", settle)
    return () => {
      document.removeEventListener("pointerdown", away, true)
      document.removeEventListener("keydown", leave, true)
      removeEventListener("scroll", settle, { capture: true })
      removeEventListener("resize", settle)
      // What was chosen may have put the focus elsewhere already.
      if (before instanceof HTMLElement && box.contains(document.activeElement)) before.focus({ preventScroll: true })
    }
  }, [anchor])
  return (
    <div
      ref={place}
      className="popover"
      popover="manual"
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation() // the page's own keys, and those of a dialog around
        if (event.key === "Tab") onClose()
      }}
    >
      {children}
    </div>
  )
}
