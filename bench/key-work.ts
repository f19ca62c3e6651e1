import type { Page } from "playwright-core"

/** One piece of a trace: when it began and how long it took, in microseconds, and on which thread of which process. */
interface Piece {
  name: string
  ph: string
  ts: number
  dur: number
  pid: number
  tid: number
  args?: { data?: { type?: string } }
}

/**
 * For each key that is pressed meanwhile, the milliseconds of work of the page's main thread from the key to its frame's being handed over:
 * the tasks from the one that tells the page of the key to the one that commits the frame. What is idle between isn't counted, what is
 * traced costs a little more than it does untraced.
 */
export async function workUntilFrame(page: Page, pressing: () => Promise<void>): Promise<number[]> {
  const browser = page.context().browser()!
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] })
  await pressing()
  const trace: { traceEvents: Piece[] } = JSON.parse((await browser.stopTracing()).toString())
  const all = trace.traceEvents.filter(({ ph }) => ph === "X").toSorted((a, b) => a.ts - b.ts)
  const keys = all.filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown")
  const mine = all.filter(({ pid, tid }) => pid === keys[0]?.pid && tid === keys[0]?.tid)
  const tasks = mine.filter(({ name }) => name === "RunTask")
  const commits = mine.filter(({ name }) => name === "Commit")
  const taskAt = (at: number): Piece | undefined => tasks.find(({ ts, dur }) => ts <= at && at <= ts + dur)
  return keys.flatMap((key, n) => {
    const commit = commits.find(({ ts }) => ts > key.ts && ts < (keys[n + 1]?.ts ?? Infinity))
    const first = taskAt(key.ts)
    const last = commit && taskAt(commit.ts)
    if (!first || !last) return []
    return tasks.filter(({ ts }) => ts >= first.ts && ts <= last.ts).reduce((sum, { dur }) => sum + dur, 0) / 1000
  })
}
