import { sql } from "kysely"
import type { Tx } from "#platform"
import { bucketOf } from "../mentions/keep-matches.ts"
import { SURGE } from "../surges/settings.ts"
import { SurgeDetector } from "../surges/surge-detector.ts"
import { room, type Watch } from "../tables.ts"
import { callAlarm } from "./call-alarm.ts"
import { gatherEvidence } from "./evidence.ts"
import { type Judged, judgeStretch } from "./judge-stretch.ts"
import { learnAfterTrial, learnPast } from "./learn-past.ts"
import { keyOf, type SaidCount } from "./said-counts.ts"
import { type Standing, standingOf, type WatchSource } from "./standing.ts"

/** What is known of a watch when it is judged. */
export interface KnownOfWatch {
  /** Until when. */
  to: Date
  counts: ReadonlyMap<string, SaidCount>
  sources: readonly WatchSource[]
  /** Before this the house was closed. */
  openSince: Date
}

/** Judges a watch until now, and calls what surges. Gives until when it could be judged; null: it isn't yet. */
export async function judgeWatch(tx: Tx, watchId: string, known: KnownOfWatch): Promise<Date | null> {
  const watch = await room(tx).selectFrom("watches").selectAll().where("id", "=", watchId).forNoKeyUpdate().executeTakeFirst()
  if (watch?.state !== "listening" || watch.caught_up < watch.generation) return null
  const kept = await room(tx).selectFrom("watch_detectors").selectAll().where("watch_id", "=", watchId).executeTakeFirst()
  const isSame = kept?.revision === watch.revision
  const begins = isSame ? kept.through : firstJudged(watch)
  if (begins > known.to) return null
  const learnt = isSame ? new SurgeDetector(SURGE.interval, kept.state) : await learnPast(tx, watch, begins)
  const { detector, through, judged } = judgeStretch(learnt, begins, {
    to: known.to,
    countOf: (at) => known.counts.get(keyOf(watchId, at)),
    standingIn: (at) => standingIn(watch, known, at, tx.now),
  })
  for (const one of judged) await settle(tx, watch, one)
  const { state } = (isSame ? await learnAfterTrial(tx, watch, begins, through) : null) ?? detector
  await sql`
    insert into watch_detectors (watch_id, revision, state, through)
    values (${watchId}, ${watch.revision}, ${JSON.stringify(state)}, ${through})
    on conflict (watch_id) do update set revision = excluded.revision, state = excluded.state, through = excluded.through`.execute(tx.sql)
  return through
}

/** A watch is judged from the first whole five minutes on; what was before it is learnt. */
function firstJudged({ state_since, updated_at }: Watch): Date {
  return new Date(bucketOf(new Date(Math.max(state_since.getTime(), updated_at.getTime()))).getTime() + SURGE.interval)
}

/** Null: nobody listened. */
function standingIn({ state_since }: Watch, { sources, openSince }: KnownOfWatch, at: Date, now: Date): Standing | null {
  if (at < openSince || at < state_since) return null
  return standingOf(sources, at, new Date(at.getTime() + SURGE.interval), now)
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
  if (row.isAlarm)
    await callAlarm(tx, { row, bucket, isComplete: standing === "read" }, async (since, end) => ({
      subject: { watch: watch.id },
      inboxIds: null,
      ...(await gatherEvidence(tx, watch, since, end)),
    }))
}
