import { useParams } from "@tanstack/react-router"
import { useVirtualizer } from "@tanstack/react-virtual"
import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react"
import type { ListSearch } from "../api/cases.ts"
import { preferencesQuery } from "../api/preferences.ts"
import { useQuery } from "@tanstack/react-query"
import { rowOrder } from "./row-order.ts"
import { useLeaving } from "./use-leaving.ts"
import { useRowKeys } from "./use-row-keys.ts"

interface Props<T> {
  label: string
  items: readonly T[]
  numberOf: (item: T) => string
  search: ListSearch
  /** Fetches the next page, when there is one to fetch. */
  more: (() => void) | null
  row: (item: T, here: boolean) => ReactNode
}

/** How high a row is, as styles/tokens.css says for the density of the moment. */
function rowHeight(): number {
  const style = getComputedStyle(document.documentElement)
  return parseFloat(style.getPropertyValue("--row")) * parseFloat(style.fontSize)
}

/** A list of any length: only what is on the screen is in the page. */
export function Rows<T extends { id: string }>({ label, items, numberOf, search, more, row }: Props<T>) {
  const frame = useRef<HTMLDivElement>(null)
  const { number } = useParams({ strict: false })
  const density = useQuery(preferencesQuery).data?.density
  const { shown, leaving } = useLeaving(items)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => frame.current,
    estimateSize: rowHeight,
    overscan: 8,
    getItemKey: (index) => shown[index]?.id ?? index,
  })
  useLayoutEffect(() => virtual.measure(), [virtual, density])
  useEffect(() => {
    rowOrder.set(items.map((item) => ({ id: item.id, number: numberOf(item) })))
  }, [items, numberOf])
  const visible = virtual.getVirtualItems()
  const last = visible.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last >= items.length - 30) more()
  }, [more, last, items.length])
  const opened = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (opened.current === number) return
    const index = items.findIndex((item) => numberOf(item) === number)
    if (index === -1) return
    opened.current = number
    virtual.scrollToIndex(index)
  }, [number, items, numberOf, virtual])
  useRowKeys({ items, numberOf, search, reveal: (index) => virtual.scrollToIndex(index) })
  return (
    <div className="rows" ref={frame}>
      <ul className="rows-all" aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {visible.map(({ index, key, start }) => {
          const item = shown[index]
          return (
            item && (
              <li
                key={key}
                className="rows-one"
                data-leaving={leaving.has(item.id) || undefined}
                aria-setsize={more ? -1 : items.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row(item, numberOf(item) === number)}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
