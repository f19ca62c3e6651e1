/** How well things were put together that belong together: B-cubed (Bagga and Baldwin 1998), over items. */
export interface Together {
  precision: number
  recall: number
  f1: number
}

export function bCubed(found: readonly string[], truth: readonly string[]): Together {
  const both = tally(found.map((name, n) => `${name}\n${truth[n]!}`))
  const [ofFound, ofTruth] = [tally(found), tally(truth)]
  let [precision, recall] = [0, 0]
  for (let n = 0; n < found.length; n++) {
    const shared = both.get(`${found[n]!}\n${truth[n]!}`)!
    precision += shared / ofFound.get(found[n]!)!
    recall += shared / ofTruth.get(truth[n]!)!
  }
  return withF1(precision / found.length, recall / found.length)
}

/** Of the items that were called copies how many are, and of those that are how many were called. */
export function copiesFound(called: readonly boolean[], truth: readonly boolean[]): Together {
  const hits = called.filter((isCalled, n) => isCalled && truth[n]).length
  return withF1(hits / Math.max(1, called.filter(Boolean).length), hits / Math.max(1, truth.filter(Boolean).length))
}

function withF1(precision: number, recall: number): Together {
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) }
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
