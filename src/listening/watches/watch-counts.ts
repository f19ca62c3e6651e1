import { sql } from "kysely"
import { MINUTE, type Reader } from "#platform"
import { coverageOf } from "../sources/coverage.ts"
import { OVERDUE } from "../hearing/settle-reading.ts"
import { room } from "../tables.ts"

export const STEPS = ["5m", "hour", "day"] as const
export type Step = (typeof STEPS)[number]

export interface Counted {
  at: Date
  posts: number
  people: number
  /** False where a source of this watch wasn't read for a part of it. */
  complete: boolean
}

export interface WatchCounts {
  items: Counted[]
  posts: number
  people: number
  /** When the set of sources changed: what lies before and after can't be compared. */
  changes: { at: Date; sourceId: string; name: string; what: "began" | "ended" }[]
  sources: number
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
  return { items, posts: total.rows[0]?.posts ?? 0, people: total.rows[0]?.people ?? 0, changes, sources }
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

/** When sources of this watch weren't read, and when one began or ended. */
export async function silences(reader: Reader, watchId: string, from: Date, to: Date) {
  const sources = await silencesBySource(reader, watchId, from, to)
  const changes = sources.flatMap((one) => one.changes).sort((a, b) => a.at.getTime() - b.at.getTime())
  return { gaps: sources.flatMap(({ gaps }) => gaps), changes, sources: sources.length }
}

/** One source of a watch: when it wasn't read, and whether it began or ended meanwhile. */
export interface SourceSilences {
  id: string
  name: string
  kind: string
  gaps: { from: Date; to: Date }[]
  changes: WatchCounts["changes"]
}

/** The same, source by source. */
export async function silencesBySource(reader: Reader, watchId: string, from: Date, to: Date): Promise<SourceSilences[]> {
  const sources = await room(reader)
    .selectFrom("watch_sources as w")
    .innerJoin("sources as s", "s.id", "w.source_id")
    .select(["s.id", "s.name", "s.kind", "s.state", "s.next_at", "s.created_at", "s.removed_at"])
    .where("w.watch_id", "=", watchId)
    .execute()
  const stretches = Map.groupBy(
    await coverageOf(
      reader,
      sources.map(({ id }) => id),
      from,
      to,
    ),
    ({ source_id }) => source_id,
  )
  return sources.map(({ id, name, kind, state, next_at, created_at, removed_at }) => {
    const gaps: SourceSilences["gaps"] = []
    const changes: WatchCounts["changes"] = []
    if (created_at >= from && created_at < to) changes.push({ at: created_at, sourceId: id, name, what: "began" })
    if (removed_at && removed_at >= from && removed_at < to) changes.push({ at: removed_at, sourceId: id, name, what: "ended" })
    if (kind === "api" || kind === "import") return { id, name, kind, gaps, changes }
    const read = stretches.get(id) ?? []
    for (const [n, { to_at }] of read.entries()) {
      const next = read[n + 1]?.from_at
      const isLive = state === "reading" && (next_at === null || reader.now.getTime() - next_at.getTime() <= OVERDUE)
      const end = next ?? removed_at ?? (isLive ? to_at : reader.now)
      if (end > to_at) gaps.push({ from: to_at, to: end })
    }
    return { id, name, kind, gaps, changes }
  })
}
