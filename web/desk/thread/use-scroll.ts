import { useRouterState } from "@tanstack/react-router"
import { useEffect, useLayoutEffect, useRef, type RefObject } from "react"
import { afterPaint } from "../parts/after-paint.ts"

interface Of {
  caseId: string
  /** How much there is to read. */
  count: number
  /** Where what is drawn begins. */
  from: number
  /** Another thread is seen. */
  away: boolean
}

/**
 * Opens a case at the message that its address names, else at its end; stays at the end when something comes in there, and where the
 * reader is otherwise, also while what lies further back joins from `from` on.
 */
export function useScroll({ caseId, count, from, away }: Of): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef<string | null>(null)
  const atEnd = useRef(true)
  const toEnd = useRef(false)
  const hash = useRouterState({ select: (state) => state.location.hash })

  useLayoutEffect(() => {
    const frame = place.current
    const all = frame?.firstElementChild
    if (!frame || !all || count === 0) return
    const watch = (): void => {
      if (frame.checkVisibility()) atEnd.current = frame.scrollHeight - frame.scrollTop - frame.clientHeight < 120
    }
    frame.addEventListener("scroll", watch, { passive: true })
    // It is told once what is new is laid out, before it is seen: asking earlier would lay it out twice. And a composer that opens below
    // takes room: who was at the end stays there.
    const resized = new ResizeObserver((changes) => {
      if (toEnd.current || (atEnd.current && changes.some(({ target }) => target === frame))) frame.scrollTop = frame.scrollHeight
    })
    resized.observe(frame)
    resized.observe(all)
    return () => {
      frame.removeEventListener("scroll", watch)
      resized.disconnect()
    }
  }, [count > 0])

  useLayoutEffect(() => {
    const frame = place.current
    if (!frame || count === 0 || away) return
    const named = hash ? document.getElementById(hash) : null
    const before = opened.current
    opened.current = `${caseId}#${hash}`
    if (before !== opened.current && named) {
      toEnd.current = false
      named.scrollIntoView({ block: "start" })
      named.focus({ preventScroll: true })
      mark(named)
    } else if (before === null || atEnd.current) {
      toEnd.current = true
      const taken = afterPaint(() => (toEnd.current = false))
      return () => {
        taken()
        toEnd.current = false
      }
    }
    return undefined
  }, [caseId, count, hash, from, away])

  // Put away, it lies ready at its end: laid out, so that showing it is nothing but drawing it.
  useEffect(() => {
    if (!away) return
    opened.current = null
    atEnd.current = true
    return afterPaint(() => place.current?.scrollTo(0, place.current.scrollHeight))
  }, [count, from, away])
  return place
}

const MARKED = 2500

/** The eye finds the message that a link led to. */
function mark(message: HTMLElement): void {
  message.dataset["marked"] = ""
  setTimeout(() => delete message.dataset["marked"], MARKED)
}
