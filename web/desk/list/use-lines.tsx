import { type ReactNode, useRef } from "react"
import type { Slot } from "./use-slots.ts"

interface Of<T> {
  /** How high a line is. */
  height: number
  /** How many lines the list has; -1: that isn't known. */
  size: number
  /** The id of what is open. */
  here: string | undefined
  leaving: ReadonlySet<string>
  row: (item: T, here: boolean) => ReactNode
}

interface Line {
  from: readonly unknown[]
  drawn: ReactNode
}

/** The lines of a list as they are drawn. A line of which nothing changed is given as it was, so that nobody looks at it again while others go by. */
export function useLines<T extends { id: string }>(slots: readonly Slot<T>[], { height, size, here, leaving, row }: Of<T>): ReactNode[] {
  const before = useRef<ReadonlyMap<number, Line>>(new Map())
  const lines = new Map<number, Line>()
  for (const { slot, item, index } of slots) {
    const [isHere, leaves] = [item.id === here, leaving.has(item.id)]
    const from = [item, index, height, size, isHere, leaves, row]
    const known = before.current.get(slot)
    const same = known?.from.every((part, at) => part === from[at])
    const draw = () => (
      <li
        key={slot}
        className="rows-one"
        data-leaving={leaves || undefined}
        aria-setsize={size}
        aria-posinset={index + 1}
        style={{ top: index * height }}
      >
        {row(item, isHere)}
      </li>
    )
    lines.set(slot, known && same ? known : { from, drawn: draw() })
  }
  before.current = lines
  return [...lines.values()].map(({ drawn }) => drawn)
}
