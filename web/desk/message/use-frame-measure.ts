import { useCallback, useEffect, useRef, useState } from "react"

const TALLEST = 20_000
const SHORTEST = 60
/** Where a bar to scroll sideways stands. */
const BAR = 16
/** Where the browser lets us not look: the mail scrolls by itself. */
const UNKNOWN = 480

/** How high the document in a frame is, at every width, and how many pictures it waits for; null until it is there. */
export function useFrameMeasure() {
  const frame = useRef<HTMLIFrameElement>(null)
  const observer = useRef<ResizeObserver>(null)
  const [height, setHeight] = useState<number | null>(null)
  const [denied, setDenied] = useState(0)
  const measure = useCallback(() => {
    const body = frame.current?.contentDocument?.body
    if (!body) return setHeight(UNKNOWN)
    observer.current?.disconnect()
    observer.current = new ResizeObserver(() => {
      const wide = body.scrollWidth > body.clientWidth
      const high = Math.ceil(body.getBoundingClientRect().height) + (wide ? BAR : 0)
      setHeight(Math.min(TALLEST, Math.max(SHORTEST, high)))
    })
    observer.current.observe(body)
    setDenied(body.querySelectorAll("img[data-remote-src]:not([src])").length)
  }, [])
  useEffect(() => () => observer.current?.disconnect(), [])
  return { measure, frame, height, denied }
}
