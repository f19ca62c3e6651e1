import { useRouterState } from "@tanstack/react-router"
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react"

/**
 * Opens a case at the message that its address names, else at its end; stays at the end when something comes in there, and where the
 * reader is otherwise, also while what lies further back joins from `from` on.
 */
export function useScroll(caseId: string, count: number, from: number): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<string | null>(null)
  const atEnd = useRef(true)
  const hash = useRouterState({ select: (state) => state.location.hash })

  useEffect(() => {
    const frame = place.current
    const watch = (): void => {
      if (frame) atEnd.current = frame.scrollHeight - frame.scrollTop - frame.clientHeight < 120
    }
    if (!frame) return
    frame.addEventListener("scroll", watch, { passive: true })
    // A composer that opens below takes room: who was at the end stays there.
    const resized = new ResizeObserver(() => {
      if (atEnd.current) frame.scrollTop = frame.scrollHeight
    })
    resized.observe(frame)
    return () => {
      frame.removeEventListener("scroll", watch)
      resized.disconnect()
    }
  }, [count > 0])

  useLayoutEffect(() => {
    const frame = place.current
    if (!frame || count === 0) return
    const named = hash ? document.getElementById(hash) : null
    if (opened.current !== `${caseId}#${hash}` && named) {
      named.scrollIntoView({ block: "start" })
      named.focus({ preventScroll: true })
      mark(named)
    } else if (opened.current === null || atEnd.current) frame.scrollTop = frame.scrollHeight
    opened.current = `${caseId}#${hash}`
  }, [caseId, count, hash, from])
  // Put away and shown again (nearby.ts), it opens anew.
  useLayoutEffect(
    () => () => {
      opened.current = null
      atEnd.current = true
    },
    [],
  )
  return place
}

const MARKED = 2500

/** The eye finds the message that a link led to. */
function mark(message: HTMLElement): void {
  message.dataset["marked"] = ""
  setTimeout(() => delete message.dataset["marked"], MARKED)
}
