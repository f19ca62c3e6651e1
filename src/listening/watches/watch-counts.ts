import { sql } from "kysely"
import { MINUTE, type Reader } from "#platform"
import { room } from "../tables.ts"
import { type Listened, listenedOf } from "./listened.ts"
import { type Change, silences } from "./silences.ts"

export const STEPS = ["5m", "hour", "day"] as const
export type Step = (typeof STEPS)[number]

export interface Counted {
  at: Date
  posts: number
  people: number
  /** False where a source wasn't read for a part of it, or one that keeps only what is listened for wasn't listened to. */
  complete: boolean
}

export interface WatchCounts {
  items: Counted[]
  posts: number
  people: number
  /** When the set of sources changed: what lies before and after can't be compared. */
  changes: Change[]
  /** Which were listened to: those that brought nothing, too. */
  sources: string[]
  /** Since when the query is what it is, where there was another before: what came earlier was judged by it anew. */
  changedAt: Date | null
  /** When it listened, as far as that reaches into this time; stretches that touch are one. */
  listened: Pick<Listened, "from" | "to">[]
}

/** What a watch heard over time, by when it was said. Intervals without anything are there, too. */
export async function countWatch(reader: Reader, watchId: string, from: Date, to: Date, step: Step, zone: string): Promise<WatchCounts> {
  const starts = await startsOf(reader, from, to, step, zone)
  const counts = new Map((await counted(reader, watchId, from, to, step, zone)).map((row) => [row.at.getTime(), row]))
  const total = await sql<{ posts: number; people: number }>`
    select count(*)::int as posts, count(distinct person)::int as people from watch_mentions
     where watch_id = ${watchId} and said_at >= ${from} and said_at < ${to}`.execute(reader.sql)
  const { gaps, changes, sources } = await silences(reader, watchId, from, to)
  const items = starts.map((at, n) => {
    const end = starts[n + 1] ?? to
    const complete = !gaps.some((gap) => gap.from < end && gap.to > at)
    const { posts = 0, people = 0 } = counts.get(at.getTime()) ?? {}
    return { at, posts, people, complete }
  })
  return {
    items,
    posts: total.rows[0]?.posts ?? 0,
    people: total.rows[0]?.people ?? 0,
    changes,
    sources,
    changedAt: await queryChangedAt(reader, watchId),
    listened: asOne(await listenedOf(reader, watchId)).filter((one) => one.from < to && (one.to === null || one.to > from)),
  }
}

function asOne(listened: readonly Listened[]): WatchCounts["listened"] {
  const joined: WatchCounts["listened"] = []
  for (const { from, to } of listened) {
    const last = joined.at(-1)
    if (last && (last.to === null || last.to >= from)) last.to = to
    else joined.push({ from, to })
  }
  return joined
}

async function queryChangedAt(reader: Reader, watchId: string): Promise<Date | null> {
  const last = await room(reader)
    .selectFrom("watch_revisions")
    .select("at")
    .where("watch_id", "=", watchId)
    .where("revision", ">", 1)
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst()
  return last?.at ?? null
}

async function startsOf(reader: Reader, from: Date, to: Date, step: Step, zone: string): Promise<Date[]> {
  if (step === "5m") {
    const first = Math.floor(from.getTime() / (5 * MINUTE)) * 5 * MINUTE
    return Array.from({ length: Math.max(0, Math.ceil((to.getTime() - first) / (5 * MINUTE))) }, (_, n) => new Date(first + n * 5 * MINUTE))
  }
  const every = sql.lit(step === "day" ? "1 day" : "1 hour")
  const { rows } = await sql<{ at: Date }>`
    select at from generate_series(date_trunc(${step}, ${from}::timestamptz, ${zone}), ${to}::timestamptz, ${every}::interval, ${zone}) as at where at < ${to}`.execute(
    reader.sql,
  )
  return rows.map(({ at }) => at)
}

async function counted(
  reader: Reader,
  watchId: string,
  from: Date,
  to: Date,
  step: Step,
  zone: string,
): Promise<{ at: Date; posts: number; people: number }[]> {
  if (step === "5m")
    return room(reader)
      .selectFrom("watch_counts")
      .select(["bucket as at", "posts", "people"])
      .where("watch_id", "=", watchId)
      .where("bucket", ">=", new Date(from.getTime() - 5 * MINUTE))
      .where("bucket", "<", to)
      .execute()
  const { rows } = await sql<{ at: Date; posts: number; people: number }>`
    select date_trunc(${step}, said_at, ${zone}) as at, count(*)::int as posts, count(distinct person)::int as people from watch_mentions
     where watch_id = ${watchId} and said_at >= ${from} and said_at < ${to} group by 1`.execute(reader.sql)
  return rows
}
