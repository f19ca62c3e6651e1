import { useEffect, useRef, useState } from "react"

/** As long as `--leave` in styles/tokens.css. */
const LEAVES = 160
/** More than a hand does at once: then the list is simply another. */
const FEW = 12

interface Leaving<T> {
  shown: readonly T[]
  leaving: ReadonlySet<string>
}

/** Rows that are gone from a list stay a moment while they fade, so that the eye keeps its place. Another list comes at once. */
export function useLeaving<T extends { id: string }>(items: readonly T[], list: string): Leaving<T> {
  const before = useRef({ items, list })
  const [held, hold] = useState<{ items: readonly T[]; shown: readonly T[]; leaving: ReadonlySet<string> } | null>(null)
  useEffect(() => {
    const { items: was, list: shownBefore } = before.current
    before.current = { items, list }
    const gone = shownBefore === list ? goneFrom(was, items) : NOTHING
    if (gone.size === 0 || gone.size > FEW || matchMedia("(prefers-reduced-motion: reduce)").matches) return hold(null)
    hold({ items, shown: withGone(was, items, gone), leaving: gone })
    const timer = setTimeout(() => hold(null), LEAVES)
    return () => clearTimeout(timer)
  }, [items, list])
  return held?.items === items ? held : { shown: items, leaving: NOTHING }
}

const NOTHING: ReadonlySet<string> = new Set()

function goneFrom<T extends { id: string }>(was: readonly T[], now: readonly T[]): ReadonlySet<string> {
  if (was === now || was.length === 0) return NOTHING
  const here = new Set(now.map(({ id }) => id))
  return new Set(was.filter(({ id }) => !here.has(id)).map(({ id }) => id))
}

/** What is shown now, and between it what has gone, where it was. */
function withGone<T extends { id: string }>(was: readonly T[], now: readonly T[], gone: ReadonlySet<string>): T[] {
  const shown = [...now]
  for (const [index, item] of was.entries()) if (gone.has(item.id)) shown.splice(Math.min(index, shown.length), 0, item)
  return shown
}
