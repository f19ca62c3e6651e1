import { isPassing } from "./passing.ts"

/**
 * Does something to each, one after the other. One that fails for a reason of its own keeps no other from its turn; that it failed is
 * thrown once all are done, at once when it says nothing about the one at hand (database away, disk full).
 * @throws what failed, or an AggregateError of several
 */
export async function eachAlone<T>(all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<void> {
  const failed: unknown[] = []
  for (const one of all)
    await work(one).catch((error: unknown) => {
      if (isPassing(error)) throw error
      failed.push(error)
    })
  if (failed.length > 1) throw new AggregateError(failed, `${failed.length} failed, the first: ${String(failed[0])}`)
  if (failed.length === 1) throw failed[0]
}
