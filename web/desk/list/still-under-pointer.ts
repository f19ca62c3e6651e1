/** How long after the last turn of the wheel rows answer to a pointer that rests. */
const REST = 250

/**
 * While a list goes by under a pointer that rests, its rows don't light up one after the other: each would be drawn twice for nobody. A hand
 * that moves finds them at once, and what it presses without moving is what is seen there.
 */
export function stillUnderPointer(box: HTMLElement): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined
  let movedAt = 0
  const wake = (): void => {
    clearTimeout(rest)
    delete box.dataset["passing"]
  }
  const turned = ({ timeStamp }: WheelEvent): void => {
    if (timeStamp - movedAt < REST) return
    box.dataset["passing"] = ""
    clearTimeout(rest)
    rest = setTimeout(wake, REST)
  }
  const moved = ({ timeStamp }: PointerEvent): void => {
    movedAt = timeStamp
    if (box.dataset["passing"] !== undefined) wake()
  }
  const pressed = (event: MouseEvent): void => {
    if (event.target !== box || box.dataset["passing"] === undefined) return
    wake()
    document.elementFromPoint(event.clientX, event.clientY)?.dispatchEvent(new MouseEvent(event.type, event))
  }
  box.addEventListener("wheel", turned, { passive: true })
  box.addEventListener("pointermove", moved, { passive: true })
  box.addEventListener("click", pressed)
  return () => {
    wake()
    box.removeEventListener("wheel", turned)
    box.removeEventListener("pointermove", moved)
    box.removeEventListener("click", pressed)
  }
}
