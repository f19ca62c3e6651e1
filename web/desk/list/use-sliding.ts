import { type RefObject, useLayoutEffect, useRef } from "react"
import type { Slot } from "./use-slots.ts"

/** As long as `--leave` in styles/tokens.css. */
const SLIDES = 160

/** Rows of the same list that have another place now slide there, so that the eye follows. */
export function useSliding(all: RefObject<HTMLElement | null>, list: string, height: number, slots: readonly Slot<{ id: string }>[]): void {
  const before = useRef<{ list: string; height: number; places: ReadonlyMap<string, number> }>({ list, height, places: new Map() })
  useLayoutEffect(() => {
    const was = before.current
    before.current = { list, height, places: new Map(slots.map(({ item, index }) => [item.id, index])) }
    if (was.list !== list || was.height !== height) return
    const moved = slots.flatMap(({ item, index }, at) => {
      const place = was.places.get(item.id)
      return place === undefined || place === index ? [] : [{ at, by: (place - index) * height }]
    })
    if (moved.length === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches) return
    for (const { at, by } of moved)
      all.current?.children[at]?.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], {
        duration: SLIDES,
        easing: "ease-out",
      })
  }, [all, list, height, slots])
}
