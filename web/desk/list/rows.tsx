import { useLocation, useParams } from "@tanstack/react-router"
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from "react"
import type { ListSearch } from "../api/cases.ts"
import { query } from "../api/request.ts"
import { DrawnRows } from "./drawn-rows.tsx"
import { rowHeight } from "./row-height.ts"
import { rowOf, type RowAt, rowOrder } from "./row-order.ts"
import { stillUnderPointer } from "./still-under-pointer.ts"
import { useRowKeys } from "./use-row-keys.ts"

interface Props<T> {
  label: string
  items: readonly T[]
  numberOf: (item: T) => string
  /** The case it is of, where that isn't the item itself. */
  caseOf?: (item: T) => string | null
  /** Of several that open the same case, which words each leads to. */
  hashOf?: (item: T) => string | undefined
  search: ListSearch
  /** Fetches the next page, when there is one to fetch. */
  more: (() => void) | null
  row: (item: T, here: boolean) => ReactNode
  /** Which rows one sees, once the list rests. */
  onSight?: ((from: number, to: number) => void) | undefined
}

/** A list of any length: only what is on the screen is in the page. */
export function Rows<T extends { id: string }>({ label, items, numberOf, caseOf, hashOf, search, more, row, onSight }: Props<T>) {
  const frame = useRef<HTMLDivElement>(null)
  const { number } = useParams({ strict: false })
  const list = query({ ...search })
  const order = useMemo(
    () =>
      items.map((item): RowAt => {
        const hash = hashOf?.(item)
        const caseId = caseOf ? caseOf(item) : item.id
        return { id: item.id, number: numberOf(item), caseId, ...(hash === undefined ? {} : { hash }) }
      }),
    [items, numberOf, caseOf, hashOf],
  )
  const hash = useLocation({ select: (now) => (hashOf ? now.hash : "") })
  const at = useMemo(() => (number === undefined ? -1 : rowOf(order, number, hash)), [order, number, hash])
  useEffect(() => rowOrder.set(order), [order])
  useEffect(() => (frame.current ? stillUnderPointer(frame.current) : undefined), [])
  const opened = useRef<string | undefined>(undefined)
  const reveal = useCallback((index: number, which: string): void => {
    const box = frame.current
    if (!box) return
    opened.current = which
    const height = rowHeight()
    const top = index * height
    if (top < box.scrollTop) box.scrollTop = top
    else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight
  }, [])
  useEffect(() => {
    // Whoever moved there by a key has brought it into sight already.
    if (at !== -1 && opened.current !== `${list} ${number}`) reveal(at, `${list} ${number}`)
  }, [list, number, at, reveal])
  useRowKeys({ order, at, search, reveal: (index, to) => reveal(index, `${list} ${to}`) })
  return (
    <div className="rows" ref={frame}>
      <DrawnRows
        frame={frame}
        list={list}
        shows={search.view}
        label={label}
        items={items}
        here={order[at]?.id}
        more={more}
        row={row}
        onSight={onSight}
      />
    </div>
  )
}
