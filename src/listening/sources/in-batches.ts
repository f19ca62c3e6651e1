export interface BatchLimits {
  most: number
  /** Milliseconds that the first of a batch waits at most. */
  within: number
}

/** What comes one by one, so many at a time: each keeping is a transaction, and a stream may bring fifty a second. */
export async function* inBatches<T>(items: AsyncIterable<T>, { most, within }: BatchLimits): AsyncGenerator<T[]> {
  const iterator = items[Symbol.asyncIterator]()
  const ask = () => {
    const next = iterator.next()
    next.catch(() => {}) // thrown where it is awaited; nobody may be left to await it
    return next
  }
  let next = ask()
  let due: Promise<"due"> | null = null
  let batch: T[] = []
  try {
    for (;;) {
      const came = await (due ? Promise.race([next, due]) : next)
      if (came !== "due" && !came.done) {
        batch.push(came.value)
        next = ask()
        due ??= later(within)
        if (batch.length < most) continue
      }
      if (batch.length > 0) yield batch
      batch = []
      due = null
      if (came !== "due" && came.done) return
    }
  } finally {
    void iterator.return?.().catch(() => {}) // a stream that is waiting ends when its connection does
  }
}

const later = (ms: number): Promise<"due"> => new Promise((resolve) => setTimeout(() => resolve("due"), ms).unref())
