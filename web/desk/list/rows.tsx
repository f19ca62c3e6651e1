import { useParams } from "@tanstack/react-router"
import { useEffect, useRef, type ReactNode } from "react"
import type { ListSearch } from "../api/cases.ts"
import { rowOrder } from "./row-order.ts"
import { useLeaving } from "./use-leaving.ts"
import { useRowKeys } from "./use-row-keys.ts"
import { useWindow } from "./use-window.ts"

interface Props<T> {
  label: string
  items: readonly T[]
  numberOf: (item: T) => string
  search: ListSearch
  /** Fetches the next page, when there is one to fetch. */
  more: (() => void) | null
  row: (item: T, here: boolean) => ReactNode
}

/** A list of any length: only what is on the screen is in the page. */
export function Rows<T extends { id: string }>({ label, items, numberOf, search, more, row }: Props<T>) {
  const frame = useRef<HTMLDivElement>(null)
  const { number } = useParams({ strict: false })
  const { shown, leaving } = useLeaving(items)
  const { from, to, height, reveal } = useWindow(frame)
  useEffect(() => {
    rowOrder.set(items.map((item) => ({ id: item.id, number: numberOf(item) })))
  }, [items, numberOf])
  const last = Math.min(to, shown.length) - 1
  useEffect(() => {
    if (more && last >= items.length - 30) more()
  }, [more, last, items.length])
  const opened = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (opened.current === number || height === 0) return
    const index = items.findIndex((item) => numberOf(item) === number)
    if (index === -1) return
    opened.current = number
    reveal(index)
  }, [number, items, numberOf, reveal, height])
  useRowKeys({ items, numberOf, search, reveal })
  return (
    <div className="rows" ref={frame}>
      <ul className="rows-all" aria-label={label} style={{ height: shown.length * height }} data-shows={search.view}>
        {shown.slice(from, to).map((item, index) => (
          <li
            key={item.id}
            className="rows-one"
            data-leaving={leaving.has(item.id) || undefined}
            aria-setsize={more ? -1 : items.length}
            aria-posinset={from + index + 1}
            style={{ transform: `translateY(${(from + index) * height}px)` }}
          >
            {row(item, numberOf(item) === number)}
          </li>
        ))}
      </ul>
    </div>
  )
}
