import { useNavigate, useSearch } from "@tanstack/react-router"
import type { Case } from "../api/types.ts"
import { neighbourOf, rowOrder } from "../list/row-order.ts"

/** Where the work goes when a case is settled: to the next of the list it was opened from, else to the list. */
export function useOnward(one: Case): () => void {
  const navigate = useNavigate()
  const search = useSearch({ from: "/cases" })
  return () => {
    const stays = search.q !== undefined || search.contact !== undefined || search.view === "resolved" || search.view === "spam"
    const listed = rowOrder.get().some(({ id }) => id === one.id)
    if (stays || !listed) return
    const next = neighbourOf(String(one.number))
    if (next) void navigate({ to: "/cases/$number", params: { number: next.number }, search, replace: true })
    else void navigate({ to: "/cases", search, replace: true })
  }
}
