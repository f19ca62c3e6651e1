import { useNavigate, useParams } from "@tanstack/react-router"
import type { ListSearch } from "../api/cases.ts"
import { useCommands } from "../shell/keys.ts"
import { casesOf, type RowAt } from "./row-order.ts"
import { clearSelection, isSelecting, selectAll, selection, selectThese, selectTo, toggleSelected } from "./selection.ts"
import { useEffect } from "react"
import { afterPaint } from "../parts/after-paint.ts"

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

  /** A row that opens no case, a person's, is where one is while it has the focus. */
  const standing = (): number => {
    const on = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["found"] : undefined
    const index = on === undefined ? -1 : order.findIndex(({ id }) => id === on)
    return index === -1 ? at : index
  }
  const move = (step: number): RowAt | undefined => {
    const from = standing()
    const index = from === -1 ? (step > 0 ? 0 : order.length - 1) : from + step
    const row = order[index]
    if (!row) return undefined
    reveal(index, row.number)
    const stood = document.activeElement
    if (row.number === "") {
      afterPaint(() => document.querySelector<HTMLElement>(`[data-found="${row.id}"]`)?.focus({ preventScroll: true }))
      return row
    }
    if (stood instanceof HTMLElement && stood.dataset["found"]) stood.blur()
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
    if (here?.caseId && !isSelecting(selection.get())) toggleSelected(here.caseId)
    const item = move(step)
    if (item?.caseId) selectTo(casesOf(order), item.caseId)
  }
  useCommands({
    "list.next": () => void move(1),
    "list.previous": () => void move(-1),
    "list.open": () => (number === undefined ? void move(1) : document.getElementById("stage")?.focus()),
    "list.back": () => void navigate({ to: "/cases", search }),
    "select.one": here?.caseId ? () => here.caseId && toggleSelected(here.caseId) : undefined,
    "select.next": () => reach(1),
    "select.previous": () => reach(-1),
    "select.all": order.length > 0 ? () => (found ? selectThese(casesOf(order)) : selectAll(search)) : undefined,
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
