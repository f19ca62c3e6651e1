import { fitJson, newId, type Tx } from "#platform"
import { SURGE } from "../surges/settings.ts"
import type { SurgeRow } from "../surges/surge-detector.ts"
import { type Evidence, room } from "../tables.ts"

interface Surge {
  row: SurgeRow
  bucket: Date
  /** Whether everything that matters was read. */
  isComplete: boolean
}

/** Of what an alarm is: one of them. */
export type Subject = { watch: string } | { inbox: string } | { topic: string }

/** On what it is called, besides how high. */
export interface Gathered extends Omit<Evidence, "minutes" | "count" | "of" | "usual" | "seldomAbove" | "ofThisHour" | "complete"> {
  subject: Subject
  /** Of which inboxes it speaks, and so who may see it; null: of what is said in the open. */
  inboxIds: string[] | null
}

/** Calls a surge: once, with since when, how strong and on what; the feed and the webhooks hear of it. */
export async function callAlarm(
  tx: Tx,
  { row: { height, score, of }, bucket, isComplete }: Surge,
  gather: (since: Date, end: Date) => Promise<Gathered>,
): Promise<void> {
  if (!height || score === null) return
  const end = new Date(bucket.getTime() + SURGE.interval)
  const since = new Date(end.getTime() - height.length)
  const { subject, inboxIds, ...found } = await gather(since, end)
  const evidence: Evidence = {
    minutes: Math.round(height.length / 60_000),
    count: round(height.count),
    usual: round(height.usual),
    seldomAbove: round(height.seldomAbove),
    of,
    ofThisHour: height.isOfThisHour,
    complete: isComplete,
    ...found,
  }
  const id = newId(tx.now)
  await room(tx)
    .insertInto("alarms")
    .values({
      id,
      ...columnsOf(subject),
      inbox_ids: inboxIds,
      since,
      called_at: tx.now,
      strength: score,
      evidence: fitJson(evidence),
    })
    .execute()
  await tx.record({
    kind: "alarm.called",
    actor: "system:listening",
    about: "inbox" in subject ? { inbox: subject.inbox } : {},
    audience: inboxIds ? { inboxes: inboxIds } : "all",
    data: {
      alarm: id,
      ...("watch" in subject ? { watch: subject.watch } : { of: "inbox" in subject ? "inbox" : "topic" }),
      since: since.toISOString(),
      strength: round(score),
      posts: evidence.posts,
      people: evidence.people,
    },
  })
}

const columnsOf = (subject: Subject) => ({
  watch_id: "watch" in subject ? subject.watch : null,
  inbox_id: "inbox" in subject ? subject.inbox : null,
  topic: "topic" in subject ? subject.topic : null,
})

const round = (value: number): number => Math.round(value * 10) / 10
