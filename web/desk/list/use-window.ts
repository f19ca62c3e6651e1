import { type RefObject, useCallback, useLayoutEffect, useState } from "react"

/** Rows beyond the edges that are drawn too, and by how many the drawn ones move at a time. */
const MARGIN = 8
const STEP = 4

interface Drawn {
  from: number
  to: number
  height: number
}

/** How high a row is, as styles/tokens.css says for the density of the moment. */
function rowHeight(): number {
  const style = getComputedStyle(document.documentElement)
  return parseFloat(style.getPropertyValue("--row")) * parseFloat(style.fontSize)
}

/** Which rows of a list are drawn, all of them being as high, and how to bring one into sight. */
export function useWindow(frame: RefObject<HTMLElement | null>): Drawn & { reveal: (index: number) => void } {
  const [drawn, setDrawn] = useState<Drawn>({ from: 0, to: 0, height: 0 })
  useLayoutEffect(() => {
    const box = frame.current
    if (!box) return
    const settle = (height: number): void => {
      const first = box.scrollTop / height
      const from = Math.max(0, Math.floor((first - MARGIN) / STEP) * STEP)
      const to = Math.ceil((first + box.clientHeight / height + MARGIN) / STEP) * STEP
      setDrawn((was) => (was.from === from && was.to === to && was.height === height ? was : { from, to, height }))
    }
    let height = rowHeight()
    const onScroll = (): void => settle(height)
    const measure = (): void => settle((height = rowHeight()))
    const sized = new ResizeObserver(measure)
    const dense = new MutationObserver(measure)
    settle(height)
    sized.observe(box)
    dense.observe(document.documentElement, { attributeFilter: ["data-density"] })
    box.addEventListener("scroll", onScroll, { passive: true })
    return () => {
      sized.disconnect()
      dense.disconnect()
      box.removeEventListener("scroll", onScroll)
    }
  }, [frame])
  const { height } = drawn
  const reveal = useCallback(
    (index: number): void => {
      const box = frame.current
      if (!box || height === 0) return
      const top = index * height
      if (top < box.scrollTop) box.scrollTop = top
      else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight
    },
    [frame, height],
  )
  return { ...drawn, reveal }
}
