import type { Cues } from "./promise-cues.ts"
import type { NamedMoment } from "./read-dates.ts"

/** Decided by the clause that the date stands in: what was said last before it counts. */
export function isPromised(sentence: string, named: NamedMoment, cues: Cues): boolean {
  const clause = sentence
    .slice(0, named.index)
    .split(/[,;:()]\s/u)
    .at(-1)!
  const after = sentence.slice(named.end)
  if (cues.names.test(clause) || /^'s\b/u.test(after)) return false
  const promised = lastOf(clause, cues.promises)
  const told = lastOf(clause, cues.tells)
  if (lastOf(clause, cues.denies) > -1) return false
  if (promised > -1) return promised > told
  if (told > -1) return false
  return cues.limits.test(clause) || (lastOf(after, cues.promises) > -1 && lastOf(after, cues.denies) === -1)
}

/** Where a pattern is last found; -1: nowhere. */
function lastOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1
}
