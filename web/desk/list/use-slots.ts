import { useRef } from "react"

export interface Slot<T> {
  /** The line of the page that shows it. */
  slot: number
  item: T
  /** Its place in the list. */
  index: number
}

/**
 * Which line of the page shows which item. What stays in sight keeps its line; what comes takes one over that was left, so that scrolling
 * writes other words into lines that are there, and makes none. While the list moves the lines stay where they are in the page; at rest
 * they stand in the order of the list, as who listens reads them.
 */
export function useSlots<T extends { id: string }>(items: readonly T[], from: number, moving: boolean): readonly Slot<T>[] {
  const lines = useRef<{ of: ReadonlyMap<string, number>; order: readonly number[] }>({ of: new Map(), order: [] })
  const before = lines.current
  const taken = new Set(items.flatMap(({ id }) => before.of.get(id) ?? []))
  const of = new Map<string, number>()
  let free = 0
  for (const { id } of items) {
    const kept = before.of.get(id)
    if (kept === undefined) while (taken.has(free)) free++
    of.set(id, kept ?? free)
    taken.add(kept ?? free)
  }
  const inList = items.map((item, at): Slot<T> => ({ slot: of.get(item.id) ?? at, item, index: from + at }))
  const bySlot = new Map(inList.map((each) => [each.slot, each]))
  const order = moving
    ? [...before.order.filter((slot) => bySlot.has(slot)), ...[...bySlot.keys()].filter((slot) => !before.order.includes(slot))]
    : inList.map(({ slot }) => slot)
  lines.current = { of, order }
  return order.flatMap((slot) => bySlot.get(slot) ?? [])
}
