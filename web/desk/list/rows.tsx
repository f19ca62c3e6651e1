import { useNavigate, useParams } from "@tanstack/react-router"
import { useVirtualizer } from "@tanstack/react-virtual"
import { useEffect, useRef, type ReactNode } from "react"
import type { ListSearch } from "../api/cases.ts"
import { useCommands } from "../shell/keys.ts"

interface Props<T> {
  label: string
  items: readonly T[]
  numberOf: (item: T) => string
  search: ListSearch
  /** Fetches the next page, when there is one to fetch. */
  more: (() => void) | null
  row: (item: T) => ReactNode
}

/** Must be what `--row` in styles/tokens.css says, in rem. */
const ROW_REM = 5.25

/** A list of any length: only what is on the screen is in the page. */
export function Rows<T extends { id: string }>({ label, items, numberOf, search, more, row }: Props<T>) {
  const frame = useRef<HTMLDivElement>(null)
  const { number } = useParams({ strict: false })
  const navigate = useNavigate()
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_REM * rem,
    overscan: 8,
    getItemKey: (index) => items[index]?.id ?? index,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last >= items.length - 10) more()
  }, [more, last, items.length])

  const move = (step: number): void => {
    const now = items.findIndex((item) => numberOf(item) === number)
    const index = now === -1 ? (step > 0 ? 0 : items.length - 1) : now + step
    const item = items[index]
    if (!item) return
    virtual.scrollToIndex(index)
    void navigate({ to: "/cases/$number", params: { number: numberOf(item) }, search, replace: number !== undefined })
  }
  useCommands({
    "list.next": () => move(1),
    "list.previous": () => move(-1),
    "list.open": () => (number === undefined ? move(1) : document.getElementById("stage")?.focus()),
    "list.back": () => void navigate({ to: "/cases", search }),
  })
  return (
    <div className="rows" ref={frame}>
      <ul className="rows-all" aria-label={label} data-shows={search.view} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const item = items[index]
          return (
            item && (
              <li
                key={key}
                className="rows-one"
                aria-setsize={more ? -1 : items.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row(item)}
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
