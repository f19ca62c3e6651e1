import { useNavigate, useParams } from "@tanstack/react-router"
import type { ListSearch } from "../api/cases.ts"
import { useCommands } from "../shell/keys.ts"
import type { RowAt } from "./row-order.ts"
import { clearSelection, isSelecting, selectAll, selection, selectTo, toggleSelected } from "./selection.ts"
import { useEffect } from "react"

interface Of {
  order: readonly RowAt[]
  /** Where in it the open case is; -1: not there. */
  at: number
  search: ListSearch
  reveal: (index: number, number: string) => void
}

/** Moving and selecting by keys. On a list alone the first step opens its first case. */
export function useRowKeys({ order, at, search, reveal }: Of): void {
  const navigate = useNavigate()
  const { number } = useParams({ strict: false })
  const found = search.q !== undefined
  const here = order[at]

  const move = (step: number): RowAt | undefined => {
    let index = at === -1 ? (step > 0 ? 0 : order.length - 1) : at + step
    while (order[index]?.number === "") index += step
    const row = order[index]
    if (!row) return undefined
    reveal(index, row.number)
    const { hash } = row
    void navigate({
      to: "/cases/$number",
      params: { number: row.number },
      search,
      replace: number !== undefined,
      ...(hash === undefined ? {} : { hash }),
    })
    return row
  }
  const reach = (step: number): void => {
    if (here && !isSelecting(selection.get())) toggleSelected(here.id)
    const item = move(step)
    if (item)
      selectTo(
        order.map(({ id }) => id),
        item.id,
      )
  }
  useCommands({
    "list.next": () => void move(1),
    "list.previous": () => void move(-1),
    "list.open": () => (number === undefined ? void move(1) : document.getElementById("stage")?.focus()),
    "list.back": () => void navigate({ to: "/cases", search }),
    ...(found
      ? {}
      : {
          "select.one": here ? () => toggleSelected(here.id) : undefined,
          "select.next": () => reach(1),
          "select.previous": () => reach(-1),
          "select.all": order.length > 0 ? () => selectAll(search) : undefined,
        }),
  })
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || !isSelecting(selection.get())) return
      if (event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, [role=dialog], [role=menu]"))
        return
      event.preventDefault()
      clearSelection()
    }
    addEventListener("keydown", leave)
    return () => removeEventListener("keydown", leave)
  }, [])
}
