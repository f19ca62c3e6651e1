import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { nextRange, type Range, wholeRange } from "./next-range.ts"
import { rowHeight, watchRowHeight } from "./row-height.ts"

/** After so many milliseconds without moving, the list rests. */
const REST = 250
/** What is out of sight waits until what is in sight is there. */
const AFTER = 80
/** A frame that took longer was late. */
const LATE = 25
const MOST = 24
const LEAST = 2
/** What leaves sight again sooner than this many milliseconds after it came nobody reads. */
const GLANCE = 120

export interface Drawn extends Range {
  list: string
  height: number
  /** The list is being scrolled. */
  moving: boolean
}

/** How high a list was when last seen; before that, the window. */
let seenHeight = 0

/** New rows that a frame has time for here, as far as was learnt: however fast one scrolls, frames come in time and rows as soon as they can. */
let most = 12

const firstOf = (list: string): Drawn => {
  const height = rowHeight()
  return { list, from: 0, to: Math.ceil((seenHeight || innerHeight) / height), height, moving: false }
}

/** Which rows of a list are drawn, all of them being as high: first those in sight, then a margin. Another list begins at its top. */
export function useWindow(frame: RefObject<HTMLElement | null>, list: string): Drawn {
  const [drawn, setDrawn] = useState(() => firstOf(list))
  const top = useRef(0)
  if (drawn.list !== list) setDrawn(firstOf(list))
  useLayoutEffect(() => {
    if (top.current > 0 && frame.current) frame.current.scrollTop = top.current = 0
  }, [frame, list])
  useEffect(() => {
    const box = frame.current
    if (!box) return
    let now = firstOf(list)
    let rest: ReturnType<typeof setTimeout> | undefined
    let later: ReturnType<typeof setTimeout> | undefined
    let asked: number | null = null
    let drewAt = 0
    let before = { at: 0, top: 0 }
    const set = (next: Drawn): void => {
      if (next.from === now.from && next.to === now.to && next.height === now.height && next.moving === now.moving) return
      now = next
      flushSync(() => setDrawn(next))
    }
    const inSight = (height: number): Range => {
      const from = Math.floor(top.current / height)
      return { from, to: Math.ceil((top.current + seenHeight) / height) }
    }
    const draw = (at: number): void => {
      asked = null
      later = undefined
      const flies = (Math.abs(top.current - before.top) / (at - before.at)) * GLANCE > seenHeight
      before = { at, top: top.current }
      // Flung faster than this machine draws, a list shows its rows when it slows down: until then frames come in time.
      if (flies && most * rowHeight() < seenHeight) {
        drewAt = 0
        return ask()
      }
      if (drewAt > 0) most = at - drewAt > LATE ? Math.max(LEAST, Math.floor(most / 2)) : Math.min(MOST, most + 1)
      const height = rowHeight()
      const sight = inSight(height)
      const next = nextRange(now, sight, most)
      const whole = wholeRange(sight)
      const done = next.from === whole.from && next.to === whole.to
      drewAt = next.from === now.from && next.to === now.to ? 0 : at
      set({ list, ...next, height, moving: now.moving })
      if (!done) ask()
    }
    const ask = (): void => {
      asked ??= requestAnimationFrame(draw)
    }
    const scrolled = (): void => {
      top.current = box.scrollTop
      now = { ...now, moving: true }
      clearTimeout(rest)
      rest = setTimeout(() => set({ ...now, moving: false }), REST)
      ask() // still before this frame is drawn
    }
    const sized = new ResizeObserver(([entry]) => {
      seenHeight = entry?.contentRect.height || seenHeight
      later ??= setTimeout(ask, AFTER)
    })
    const unwatch = watchRowHeight(ask)
    sized.observe(box)
    box.addEventListener("scroll", scrolled, { passive: true })
    return () => {
      clearTimeout(rest)
      clearTimeout(later)
      if (asked !== null) cancelAnimationFrame(asked)
      sized.disconnect()
      unwatch()
      box.removeEventListener("scroll", scrolled)
    }
  }, [frame, list])
  return drawn
}
