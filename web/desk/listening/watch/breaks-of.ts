import type { Counts } from "../api.ts"

/** What makes before and after incomparable: a source of the watch, or the watch itself. */
export type Change =
  | { at: string; what: "began" | "ended"; name: string }
  | { at: string; what: "requeried" | "listens" | "paused" | "resumed" }

/** The steps before which a curve breaks, with what changed: a source began or ended, the query changed, the watch began, paused or went on. */
export function breaksOf({ changes, changedAt, listened, items }: Counts): { at: number; changes: Change[] }[] {
  const all: Change[] = [
    ...changes.map(({ at, what, name }) => ({ at, what, name })),
    ...(changedAt ? [{ at: changedAt, what: "requeried" as const }] : []),
    ...listened.flatMap(({ from, to }, i): Change[] => [
      { at: from, what: i === 0 ? "listens" : "resumed" },
      ...(to ? [{ at: to, what: "paused" as const }] : []),
    ]),
  ]
  const steps = new Map<number, Change[]>()
  for (const change of all) {
    const at = items.findIndex((one) => one.at > change.at)
    if (at > 0) steps.set(at, [...(steps.get(at) ?? []), change])
  }
  return [...steps].map(([at, of]) => ({ at, changes: of }))
}

/** When the watch didn't listen in this time, as far as it was there; null: it still doesn't. */
export function pausesIn({ from, to, listened }: Counts): { from: string; to: string | null }[] {
  const ends = listened.flatMap((one) => (one.to === null || one.to >= to ? [] : [one.to]))
  return ends.flatMap((end) => {
    const next = listened.find((one) => one.from >= end)?.from ?? null
    return end > from || next === null || next > from ? [{ from: end, to: next }] : []
  })
}
