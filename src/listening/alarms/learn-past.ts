import { DAY, type Reader } from "#platform"
import { FIREHOSES } from "../sources/kinds.ts"
import { SURGE } from "../surges/settings.ts"
import { SurgeDetector } from "../surges/surge-detector.ts"
import type { Watch } from "../tables.ts"
import { type Listened, listenedOf } from "../watches/listened.ts"
import { type SourceSilences, silencesBySource } from "../watches/silences.ts"
import { pastCounts } from "./said-counts.ts"
import { GIVEN_UP, MATTERS } from "./standing.ts"

const LEARNS = 28 * DAY
/** After so long with one query it shows how much of it places bring that keep only what is listened for. */
const TRIED = DAY

/**
 * A detector that knows what is ordinary for a watch, from what its query would have heard until `to`: a new watch, or one with another
 * query, needn't wait for weeks, and isn't surprised by what it was changed to hear. Where its sources weren't read nothing is learnt; where
 * some keep only what is listened for, nothing of the time before anybody listened for this: it would be learnt to be silent. With a changed
 * query those are such sources that mattered with the one before.
 */
export async function learnPast(reader: Reader, { id, revision }: Watch, to: Date): Promise<SurgeDetector> {
  const detector = new SurgeDetector()
  const from = new Date(to.getTime() - LEARNS)
  const counts = await pastCounts(reader, id, revision, from, to)
  if (counts.size === 0) return detector
  const all = await silencesBySource(reader, id, from, to)
  const sources = all.filter(({ share }) => share >= MATTERS)
  const listened = await listenedOf(reader, id, revision)
  const before = (await listenedOf(reader, id)).filter((one) => one.revision < revision)
  const isSelective = all.some((one) => isFirehose(one) && (one.share >= MATTERS || (!isTried(listened, to) && mayMatter(one, before, to))))
  const first = Math.min(...counts.keys())
  for (let at = first; at < to.getTime(); at += SURGE.interval) {
    const { posts, people } = counts.get(at) ?? { posts: 0, people: 0 }
    // A surge of last week is learnt, not called.
    detector.push(isHeard(sources, at) && (!isSelective || isListening(listened, at)) ? { posts, people } : { posts: null })
  }
  return detector
}

/**
 * What is learnt anew once a query has been listened with for a day, between these two judgements; null: nothing. Where all of it comes from
 * places that keep everything, what they had before counts after all.
 */
export async function learnAfterTrial(reader: Reader, watch: Watch, before: Date, through: Date): Promise<SurgeDetector | null> {
  if (before.getTime() - Math.max(watch.updated_at.getTime(), watch.state_since.getTime()) >= TRIED) return null
  const listened = await listenedOf(reader, watch.id, watch.revision)
  if (isTried(listened, before) || !isTried(listened, through)) return null
  const firehoses = (await silencesBySource(reader, watch.id, new Date(through.getTime() - LEARNS), through)).filter(isFirehose)
  const earlier = (await listenedOf(reader, watch.id)).filter(({ revision }) => revision < watch.revision)
  const isOwed =
    firehoses.length > 0 && firehoses.every(({ share }) => share < MATTERS) && firehoses.some((one) => mayMatter(one, earlier, before))
  return isOwed ? learnPast(reader, watch, through) : null
}

/** One that is there: what was removed brings nothing any more. */
const isFirehose = ({ kind, changes }: SourceSilences): boolean => FIREHOSES.has(kind) && !changes.some(({ what }) => what === "ended")

/** It does with a query that isn't tried, unless it brought little with the one before: few changes of a query are of its subject. */
function mayMatter({ shareBefore }: SourceSilences, listenedBefore: readonly Listened[], at: Date): boolean {
  return shareBefore === null || shareBefore >= MATTERS || !isTried(listenedBefore, at)
}

function isTried(listened: readonly Listened[], at: Date): boolean {
  const first = listened[0]
  return first !== undefined && at.getTime() - first.from.getTime() >= TRIED
}

/** Whether it listened throughout these five minutes. */
function isListening(listened: readonly Listened[], at: number): boolean {
  return listened.some(({ from, to }) => from.getTime() <= at && (to === null || to.getTime() >= at + SURGE.interval))
}

/** Whether what was heard in five minutes is all that is usual: a source that is silent for long isn't counted on any more while others are read. */
function isHeard(sources: readonly SourceSilences[], at: number): boolean {
  const silent = sources.flatMap(({ gaps }) =>
    gaps.filter((gap) => gap.from.getTime() < at + SURGE.interval && gap.to.getTime() > at).slice(0, 1),
  )
  return silent.length === 0 || (silent.length < sources.length && silent.every(({ from }) => at - from.getTime() > GIVEN_UP))
}
