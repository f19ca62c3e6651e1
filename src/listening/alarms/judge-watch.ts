import { sql } from "kysely"
import type { Tx } from "#platform"
import { bucketOf } from "../mentions/keep-matches.ts"
import { SURGE } from "../surges/settings.ts"
import { SurgeDetector, type SurgeRow } from "../surges/surge-detector.ts"
import { room, type Watch } from "../tables.ts"
import { callAlarm } from "./call-alarm.ts"
import { learnPast } from "./learn-past.ts"
import { keyOf, type SaidCount } from "./said-counts.ts"
import { type Standing, standingOf, type WatchSource } from "./standing.ts"

/** What is known of a watch when it is judged. */
export interface Known {
  /** Until when. */
  to: Date
  counts: ReadonlyMap<string, SaidCount>
  sources: readonly WatchSource[]
  /** Before this the house was closed. */
  openSince: Date
}

interface Judged {
  bucket: Date
  count: SaidCount
  standing: Standing
  row: SurgeRow
}

const NOTHING: SaidCount = { posts: 0, people: 0 }

/**
 * Judges the five minutes that have ended since the last judgement, by when things were said: first those of which everything is known, for
 * good; then, on trial, those for which a source is still to be asked. What is known of these is the least that was said: if that surges, it is
 * called at once, and nobody waits for a slow source.
 */
export async function judgeWatch(tx: Tx, watchId: string, known: Known): Promise<void> {
  const watch = await room(tx).selectFrom("watches").selectAll().where("id", "=", watchId).forNoKeyUpdate().executeTakeFirst()
  if (watch?.state !== "listening" || watch.caught_up < watch.generation) return
  const kept = await room(tx).selectFrom("watch_detectors").selectAll().where("watch_id", "=", watchId).executeTakeFirst()
  const isSame = kept?.revision === watch.revision
  const begins = isSame ? kept.through : firstJudged(watch)
  if (begins > known.to) return
  let detector = isSame ? new SurgeDetector(SURGE.interval, kept.state) : await learnPast(tx, watch, begins)
  let at = begins.getTime()
  for (let judged; at < known.to.getTime(); at += SURGE.interval) {
    const standing = standingIn(watch, known, at, tx.now)
    if (standing === "pending") break
    ;({ detector, judged } = judgeOne(detector, watch, known, at, standing))
    await settle(tx, watch, judged)
  }
  const trial = new SurgeDetector(SURGE.interval, detector.state)
  const tried: Judged[] = []
  for (let soon = at; soon < known.to.getTime(); soon += SURGE.interval) {
    const standing = standingIn(watch, known, soon, tx.now)
    const { judged } = judgeOne(trial, watch, known, soon, standing === "pending" ? "read" : standing)
    tried.push({ ...judged, standing: standing ?? "read" })
    if (!judged.row.isAlarm) continue
    for (const one of tried) await settle(tx, watch, one)
    detector = trial
    at = soon + SURGE.interval
    break
  }
  await sql`
    insert into watch_detectors (watch_id, revision, state, through)
    values (${watchId}, ${watch.revision}, ${JSON.stringify(detector.state)}, ${new Date(at)})
    on conflict (watch_id) do update set revision = excluded.revision, state = excluded.state, through = excluded.through`.execute(tx.sql)
}

/** A watch is judged from the first whole five minutes on; what was before it is learnt. */
function firstJudged({ state_since, updated_at }: Watch): Date {
  return new Date(bucketOf(new Date(Math.max(state_since.getTime(), updated_at.getTime()))).getTime() + SURGE.interval)
}

/** Null: nobody listened. */
function standingIn({ state_since }: Watch, { sources, openSince }: Known, at: number, now: Date): Standing | null {
  if (at < Math.max(openSince.getTime(), state_since.getTime())) return null
  return standingOf(sources, new Date(at), new Date(at + SURGE.interval), now)
}

/**
 * Where a source is missing, what was heard is the least that was said: if that surges it is called, otherwise nothing is learnt from it. Where
 * one returns, what was heard may have been said before: neither.
 */
function judgeOne(
  detector: SurgeDetector,
  { id }: Watch,
  { counts }: Known,
  at: number,
  standing: Standing | null,
): { detector: SurgeDetector; judged: Judged } {
  const bucket = new Date(at)
  const count = counts.get(keyOf(id, bucket)) ?? NOTHING
  if (standing === null) return { detector, judged: { bucket, count: NOTHING, standing: "read", row: detector.push({ posts: null }) } }
  if (standing === "missing") {
    const bold = new SurgeDetector(SURGE.interval, detector.state)
    const row = bold.push(count)
    if (row.isAlarm) return { detector: bold, judged: { bucket, count, standing, row } }
  }
  return { detector, judged: { bucket, count, standing, row: detector.push({ ...count, isCovered: standing === "read" }) } }
}

/** Five minutes in which nothing was heard and all was well leave no row. */
async function settle(tx: Tx, watch: Watch, { bucket, count: { posts, people }, standing, row }: Judged): Promise<void> {
  if (posts > 0 || standing !== "read") {
    const told = { judged_posts: posts, judged_people: people, complete: standing === "read", score: row.score }
    await room(tx)
      .insertInto("watch_counts")
      .values({ watch_id: watch.id, bucket, ...told })
      .onConflict((conflict) => conflict.columns(["watch_id", "bucket"]).doUpdateSet(told))
      .execute()
  }
  if (row.isAlarm) await callAlarm(tx, watch, { row, bucket, isComplete: standing === "read" })
}
