import { useEffect, useLayoutEffect, useRef, useState } from "react"
import { beside } from "./beside.ts"
import { Caps } from "./caps.tsx"

const PATIENCE = 500
const GRACE = 80

interface Shown {
  words: string
  keys: string | undefined
  of: Element
}

/** For a drawing alone: its name, and its key, shown to those who point at it or come to it by keyboard. */
export const hinted = (words: string, keys?: string) => ({ "data-hint": words, "data-hint-keys": keys })

/** Shows the hints of the whole page, one at a time. They repeat names that controls have: who listens has heard them. */
export function Hints() {
  const [shown, setShown] = useState<Shown | null>(null)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => watchHints(setShown), [])
  useLayoutEffect(() => {
    if (!shown || !place.current) return
    if (!place.current.matches(":popover-open")) place.current.showPopover()
    beside(place.current, shown.of, "over")
  }, [shown])
  return shown ? (
    <div key={shown.words} ref={place} className="hint" popover="manual" aria-hidden="true">
      {shown.words}
      {shown.keys && <Caps keys={shown.keys} />}
    </div>
  ) : null
}

function watchHints(show: (hint: Shown | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let current: Element | null = null
  let last: Element | null = null
  const turn = (of: Element | null, after: number): void => {
    if (of === current) return
    current = of
    clearTimeout(timer)
    timer = setTimeout(() => {
      last = of
      const words = of?.isConnected ? of.getAttribute("data-hint") : null
      show(of && words ? { words, keys: of.getAttribute("data-hint-keys") ?? undefined, of } : null)
    }, after)
  }
  const hintOf = (target: EventTarget | null): Element | null => (target instanceof Element ? target.closest("[data-hint]") : null)
  const over = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType === "touch") return
    const onHint = target instanceof Element && target.closest(".hint") !== null
    const of = onHint ? last : hintOf(target)
    turn(of, onHint ? 0 : of ? PATIENCE : GRACE)
  }
  const focus = ({ target }: FocusEvent): void => {
    if (target instanceof Element && target.matches(":focus-visible")) turn(hintOf(target), 0)
  }
  const away = (): void => turn(null, 0)
  const stop = new AbortController()
  const { signal } = stop
  document.addEventListener("pointerover", over, { signal, passive: true })
  document.addEventListener("pointerdown", away, { signal, passive: true, capture: true })
  document.addEventListener("focusin", focus, { signal })
  document.addEventListener("focusout", away, { signal })
  document.addEventListener("keydown", away, { signal, capture: true })
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}
