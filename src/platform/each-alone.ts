/**
 * Does something to each, one after the other. One that fails doesn't keep the others from being done; that it failed is thrown once they are.
 * @throws what failed, or an AggregateError of several
 */
export async function eachAlone<T>(all: Iterable<T>, work: (one: T) => Promise<unknown>): Promise<void> {
  const failed: unknown[] = []
  for (const one of all) await work(one).catch((error: unknown) => failed.push(error))
  if (failed.length > 1) throw new AggregateError(failed, `${failed.length} failed, the first: ${String(failed[0])}`)
  if (failed.length === 1) throw failed[0]
}
