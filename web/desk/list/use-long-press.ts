import { useRef, type MouseEvent, type PointerEvent } from "react"
import { toggleSelected } from "./selection.ts"

const LONG = 450
/** A finger that goes this far scrolls. */
const FAR = 10

/** A finger that rests on a row selects it; once something is selected, a tap does. */
export function useLongPress(selecting: boolean) {
  const held = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const taken = useRef(false)
  const rowOf = (target: EventTarget): string | undefined =>
    target instanceof Element ? target.closest<HTMLElement>("[data-case-id]")?.dataset["caseId"] : undefined
  const leave = (): void => {
    clearTimeout(held.current?.timer)
    held.current = null
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      const id = event.pointerType === "touch" ? rowOf(event.target) : undefined
      taken.current = false
      leave()
      if (id === undefined) return
      const take = (): void => {
        taken.current = true
        navigator.vibrate?.(10)
        toggleSelected(id)
      }
      held.current = { timer: setTimeout(take, LONG), x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent) => {
      const { x, y } = held.current ?? event.nativeEvent
      if (Math.hypot(event.clientX - x, event.clientY - y) > FAR) leave()
    },
    onPointerUp: leave,
    onPointerCancel: leave,
    onContextMenu: (event: MouseEvent) => {
      if (taken.current) event.preventDefault()
    },
    onClickCapture: (event: MouseEvent) => {
      const touch = "pointerType" in event.nativeEvent && event.nativeEvent.pointerType === "touch"
      const id = rowOf(event.target)
      if (!touch || id === undefined || (!taken.current && !selecting)) return
      event.preventDefault()
      event.stopPropagation()
      if (!taken.current) toggleSelected(id)
      taken.current = false
    },
  }
}
