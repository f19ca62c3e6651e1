import { createHash } from "node:crypto"
import type { PageChange } from "./compare-pages.ts"
import { shapeOf } from "./numbers.ts"

/** How much the numbers of lines moved lately, by the lines without them. */
export type Restless = Readonly<Record<string, number>>

/** A line whose numbers moved in so many of the last looks counts something: that it goes on isn't told any more. */
const COUNTS = 2
/** What a look without a change takes away. */
const CALMS = 0.25
const HIGHEST = 6
const MOST = 300

const nameOf = (line: string): string => createHash("sha256").update(shapeOf(line)).digest("base64url").slice(0, 12)

export const isRestless = (restless: Restless, line: string): boolean => (restless[nameOf(line)] ?? 0) >= COUNTS

/** After another look: what changed in it are lines of which one with other numbers went. */
export function afterLook(restless: Restless, { added, removed }: PageChange): Restless {
  const went = new Set(removed.map(nameOf))
  const moved = new Set(added.map(nameOf).filter((name) => went.has(name)))
  const next = new Map(Object.entries(restless).map(([name, times]) => [name, times - CALMS]))
  for (const name of moved) next.set(name, Math.min((restless[name] ?? 0) + 1, HIGHEST))
  return Object.fromEntries(
    [...next]
      .filter(([, times]) => times > 0)
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST),
  )
}
