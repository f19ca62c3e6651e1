import { DAY, type Reader } from "#platform"
import { SURGE } from "../surges/settings.ts"
import { SurgeDetector } from "../surges/surge-detector.ts"
import type { Watch } from "../tables.ts"
import { silences } from "../watches/watch-counts.ts"
import { pastCounts } from "./said-counts.ts"

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
  const { gaps } = await silences(reader, id, from, to)
  const first = Math.min(...counts.keys())
  for (let at = first; at < to.getTime(); at += SURGE.interval) {
    const isRead = !gaps.some((gap) => gap.from.getTime() < at + SURGE.interval && gap.to.getTime() > at)
    const { posts, people } = counts.get(at) ?? { posts: 0, people: 0 }
    // A surge of last week is learnt, not called.
    detector.push(isRead ? { posts, people } : { posts: null })
  }
  return detector
}
