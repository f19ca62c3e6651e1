import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react"
import { useLeaving } from "./use-leaving.ts"
import { useLines } from "./use-lines.tsx"
import { useSliding } from "./use-sliding.ts"
import { useSlots } from "./use-slots.ts"
import { useWindow } from "./use-window.ts"

interface Props<T> {
  frame: RefObject<HTMLElement | null>
  /** Which list it is. */
  list: string
  shows: string | undefined
  label: string
  items: readonly T[]
  /** The id of what is open. */
  here: string | undefined
  more: (() => void) | null
  row: (item: T, here: boolean) => ReactNode
  /** Which rows one sees, once the list rests. */
  onSight?: ((from: number, to: number) => void) | undefined
}

/** Fetches ahead when so many rows are left. */
const AHEAD = 30

/** The part of a list that is on the screen, and a little more. It alone is drawn again while the list is scrolled. */
export function DrawnRows<T extends { id: string }>({ frame, list, shows, label, items, here, more, row, onSight }: Props<T>) {
  const all = useRef<HTMLUListElement>(null)
  const { shown, leaving } = useLeaving(items, list)
  const { from, to, height, moving } = useWindow(frame, list)
  const inSight = useMemo(() => shown.slice(from, to), [shown, from, to])
  const slots = useSlots(inSight, from, moving)
  const lines = useLines(slots, { height, size: more ? -1 : items.length, here, leaving, row })
  useSliding(all, list, height, slots)
  const last = Math.min(to, shown.length) - 1
  useEffect(() => {
    if (more && last >= items.length - AHEAD) more()
  }, [more, last, items.length])
  useEffect(() => {
    if (!moving) onSight?.(from, to)
  }, [onSight, moving, from, to])
  return (
    <ul className="rows-all" ref={all} aria-label={label} style={{ height: shown.length * height }} data-shows={shows}>
      {lines}
    </ul>
  )
}
