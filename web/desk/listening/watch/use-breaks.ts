import { useMemo } from "react"
import type { Break } from "../../figures/chart.tsx"
import { useWords } from "../../words/use-words.ts"
import type { Counts } from "../api.ts"
import { breaksOf } from "./breaks-of.ts"

/** Where a curve of this watch breaks, and why, in words: as many sources as have room. */
export function useBreaks(counts: Counts): Break[] {
  const { say, list } = useWords()
  return useMemo(
    () =>
      breaksOf(counts).map(({ at, changes }) => {
        const names = (what: "began" | "ended") => {
          const found = changes.flatMap((one) => (one.what === what ? [one.name] : []))
          const more = found.length - SHOWN
          return found.length === 0
            ? []
            : [
                say(`listen.break.${what}`, {
                  count: found.length,
                  names: list(more > 1 ? [...found.slice(0, SHOWN), say("listen.break.more", { count: more })] : found),
                }),
              ]
        }
        const own = changes.flatMap(({ what }) => (what === "began" || what === "ended" ? [] : [say(`listen.break.${what}`)]))
        return { at, why: list([...own, ...names("began"), ...names("ended")]) }
      }),
    [counts, say, list],
  )
}

const SHOWN = 3
