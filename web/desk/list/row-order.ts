import { newStore } from "../api/store.ts"
import type { Id } from "../api/types.ts"

export interface RowAt {
  id: Id
  number: string
}

/** The rows of the list beside the case, in the order shown: what comes next when one is settled. */
export const rowOrder = newStore<readonly RowAt[]>([])

/** The case after this one, else the one before; null: the list holds no other. */
export function neighbourOf(number: string): RowAt | null {
  const rows = rowOrder.get()
  const index = rows.findIndex((row) => row.number === number)
  return index === -1 ? null : (rows[index + 1] ?? rows[index - 1] ?? null)
}
