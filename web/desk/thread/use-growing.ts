import { useRouterState } from "@tanstack/react-router"
import { startTransition, useEffect, useState } from "react"
import type { Block } from "./blocks.ts"

/** So many pieces are drawn at once; the rest joins them from behind, a few at a time, while nobody waits for it. */
const FIRST = 12
const MORE = 30

/** Where the drawn part of a long thread begins. A link to a message further back draws everything at once; one that is put away stays as it is. */
export function useGrowing(blocks: readonly Block[], away: boolean): { from: number; whole: boolean } {
  const hash = useRouterState({ select: (state) => state.location.hash })
  const [drawn, setDrawn] = useState(FIRST)
  const named = hash.startsWith("message-") ? blocks.findIndex((block) => block.kind === "said" && `message-${block.item.id}` === hash) : -1
  const from = Math.max(0, Math.min(blocks.length - drawn, named < 0 ? Infinity : named - 2))
  useEffect(() => {
    if (from === 0 || away) return
    const timer = setTimeout(() => startTransition(() => setDrawn((now) => Math.max(now, blocks.length - from) + MORE)), 60)
    return () => clearTimeout(timer)
  }, [from, blocks.length, away])
  return { from, whole: from === 0 }
}
