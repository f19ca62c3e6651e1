import { newId, type Tx } from "#platform"
import { SURGE } from "../surges/settings.ts"
import type { SurgeRow } from "../surges/surge-detector.ts"
import { type Evidence, room, type Watch } from "../tables.ts"
import { gatherEvidence } from "./evidence.ts"

interface Surge {
  row: SurgeRow
  bucket: Date
  /** Whether everything that matters was read. */
  isComplete: boolean
}

/** Calls a surge: once, with since when, how strong and on what; the feed and the webhooks hear of it. */
export async function callAlarm(tx: Tx, watch: Watch, { row, bucket, isComplete }: Surge): Promise<void> {
  const { height, score } = row
  if (!height || score === null) return
  const end = new Date(bucket.getTime() + SURGE.interval)
  const since = new Date(end.getTime() - height.length)
  const evidence: Evidence = {
    minutes: Math.round(height.length / 60_000),
    count: round(height.count),
    usual: round(height.usual),
    seldomAbove: round(height.seldomAbove),
    complete: isComplete,
    ...(await gatherEvidence(tx, watch, since, end)),
  }
  const id = newId(tx.now)
  await room(tx)
    .insertInto("alarms")
    .values({ id, watch_id: watch.id, since, called_at: tx.now, strength: score, evidence: JSON.stringify(evidence) })
    .execute()
  await tx.record({
    kind: "alarm.called",
    actor: "system:listening",
    about: {},
    audience: "all",
    data: {
      alarm: id,
      watch: watch.id,
      since: since.toISOString(),
      strength: round(score),
      posts: evidence.posts,
      people: evidence.people,
    },
  })
}

const round = (value: number): number => Math.round(value * 10) / 10
