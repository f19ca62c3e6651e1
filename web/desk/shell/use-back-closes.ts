import { useEffect, useEffectEvent } from "react"

/**
 * Where one pane lies over another, going back takes it away and nothing else: the gesture of a telephone. Closed otherwise, the step
 * that was added is taken back, unless somebody has gone elsewhere since.
 */
export function useBackCloses(open: boolean, close: () => void): void {
  const left = useEffectEvent(close)
  useEffect(() => {
    if (!open) return
    history.pushState(history.state, "")
    const here = location.href
    let gone = false
    const back = (): void => {
      gone = true
      left()
    }
    addEventListener("popstate", back)
    return () => {
      removeEventListener("popstate", back)
      if (!gone && location.href === here) history.back()
    }
  }, [open])
}
