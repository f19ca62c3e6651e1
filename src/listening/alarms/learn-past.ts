import { DAY, type Reader } from "#platform"
import { SURGE } from "../surges/settings.ts"
import { SurgeDetector } from "../surges/surge-detector.ts"
import type { Watch } from "../tables.ts"
import { type SourceSilences, silencesBySource } from "../watches/silences.ts"
import { pastCounts } from "./said-counts.ts"
import { GIVEN_UP, MATTERS } from "./standing.ts"

const LEARNS = 28 * DAY

/**
 * A detector that knows what is ordinary for a watch, from what its query would have heard until `to`: a new watch, or one with another
 * query, needn't wait for weeks, and isn't surprised by what it was changed to hear. Where its sources weren't read nothing is learnt.
 */
export async function learnPast(reader: Reader, { id, revision }: Watch, to: Date): Promise<SurgeDetector> {
  const detector = new SurgeDetector()
  const from = new Date(to.getTime() - LEARNS)
  const counts = await pastCounts(reader, id, revision, from, to)
  if (counts.size === 0) return detector
  const sources = (await silencesBySource(reader, id, from, to)).filter(({ share }) => share >= MATTERS)
  const first = Math.min(...counts.keys())
  for (let at = first; at < to.getTime(); at += SURGE.interval) {
    const { posts, people } = counts.get(at) ?? { posts: 0, people: 0 }
    // A surge of last week is learnt, not called.
    detector.push(isHeard(sources, at) ? { posts, people } : { posts: null })
  }
  return detector
}

/** Whether what was heard in five minutes is all that is usual: a source that is silent for long isn't counted on any more while others are read. */
function isHeard(sources: readonly SourceSilences[], at: number): boolean {
  const silent = sources.flatMap(({ gaps }) =>
    gaps.filter((gap) => gap.from.getTime() < at + SURGE.interval && gap.to.getTime() > at).slice(0, 1),
  )
  return silent.length === 0 || (silent.length < sources.length && silent.every(({ from }) => at - from.getTime() > GIVEN_UP))
}
