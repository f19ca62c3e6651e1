import type { ListSearch } from "../api/cases.ts"
import { newStore } from "../api/store.ts"
import type { Id } from "../api/types.ts"

/** Cases picked in a list: one by one, or everything that a list holds, the rows not yet fetched included. */
export interface Selection {
  ids: ReadonlySet<Id>
  /** The list of which everything is picked, but for `except`; null: only `ids` are. */
  all: ListSearch | null
  except: ReadonlySet<Id>
  /** Where a range begins. */
  anchor: Id | null
}

/** So many cases one act touches: the server takes no more at once. */
export const MOST_AT_ONCE = 1000

const NOTHING: Selection = { ids: new Set(), all: null, except: new Set(), anchor: null }

export const selection = newStore<Selection>(NOTHING)

export const isSelected = (now: Selection, id: Id): boolean => (now.all ? !now.except.has(id) : now.ids.has(id))

/** Whether anything is picked: then rows show their checks. */
export const isSelecting = (now: Selection): boolean => now.all !== null || now.ids.size > 0

/** @param total how many cases the list holds, as far as is known */
export const selectedCount = (now: Selection, total: number): number => (now.all ? Math.max(0, total - now.except.size) : now.ids.size)

export function toggleSelected(id: Id): void {
  selection.set((now) =>
    now.all ? { ...now, except: flipped(now.except, id), anchor: id } : { ...now, ids: flipped(now.ids, id), anchor: id },
  )
}

/** Picks from where the range began to here, in the order shown. */
export function selectTo(order: readonly Id[], id: Id): void {
  selection.set((now) => {
    const ends = [order.indexOf(now.anchor ?? id), order.indexOf(id)].map((index) => Math.max(0, index))
    const range = order.slice(Math.min(...ends), Math.max(...ends) + 1)
    return { ...now, all: null, ids: new Set([...now.ids, ...range]), anchor: now.anchor ?? id }
  })
}

/** Picks these, and nothing else: what was found isn't a list that can be asked for again. */
export function selectThese(ids: readonly Id[]): void {
  selection.set({ ...NOTHING, ids: new Set(ids) })
}

export function selectAll(search: ListSearch): void {
  selection.set({ ...NOTHING, all: search })
}

/** After an act: those that were picked one by one beyond the thousand it took stay picked. */
export function leaveActedOn(ids: readonly Id[]): void {
  selection.set((now) => {
    const rest = now.all ? [] : [...now.ids].filter((id) => !ids.includes(id))
    return { ...NOTHING, ids: new Set(rest) }
  })
}

export function clearSelection(): void {
  selection.set(NOTHING)
}

function flipped(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
