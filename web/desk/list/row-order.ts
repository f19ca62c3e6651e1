import { newStore } from "../api/store.ts"
import type { Id } from "../api/types.ts"

export interface RowAt {
  id: Id
  /** Of the case it opens; "": it opens none. */
  number: string
  /** The case that is picked with it; null: none. */
  caseId: Id | null
  /** The very words in it that were found. */
  hash?: string
}

/** The rows of the list beside the case, in the order shown: what comes next when one is settled. */
export const rowOrder = newStore<readonly RowAt[]>([])

/** The row that opens a case, the one at these very words before others of it; -1: none. */
export function rowOf(order: readonly RowAt[], number: string, hash: string): number {
  const first = order.findIndex((row) => row.number === number)
  if (first === -1 || hash === "") return first
  const exact = order.findIndex((row) => row.number === number && row.hash === hash)
  return exact === -1 ? first : exact
}

/** The cases of these rows, each once: several words found may be of one. */
export const casesOf = (rows: readonly RowAt[]): Id[] => [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))]

/** The case after this one, else the one before; null: the list holds no other. */
export function neighbourOf(number: string): RowAt | null {
  const rows = rowOrder.get()
  const index = rows.findIndex((row) => row.number === number)
  return index === -1 ? null : (rows[index + 1] ?? rows[index - 1] ?? null)
}
