import { sql } from "kysely"
import type { Reader } from "#platform"
import { OVERDUE } from "../hearing/settle-reading.ts"
import { type Gap, unreadStretches } from "../sources/coverage.ts"
import { FIREHOSES } from "../sources/kinds.ts"
import { room } from "../tables.ts"
import { listenedOf, unheardIn } from "./listened.ts"

export interface Change {
  at: Date
  sourceId: string
  name: string
  what: "began" | "ended"
}

/** One source: when it wasn't read, and whether it began or ended meanwhile. */
export interface SourceSilences {
  id: string
  name: string
  kind: string
  /** What part of the watch it brought at all times, of one. */
  share: number
  /** The same with the query before this one; null: nobody knows. */
  shareBefore: number | null
  /** As they really were: one may have begun before the time that is asked for. */
  gaps: Gap[]
  /** When the watch didn't listen, where only what is listened for is kept. */
  unheard: Gap[]
  changes: Change[]
}

/** When sources weren't read, and when one began or ended; which there were. */
export async function silences(reader: Reader, watchId: string, from: Date, to: Date) {
  const sources = await silencesBySource(reader, watchId, from, to)
  const changes = sources.flatMap((one) => one.changes).sort((a, b) => a.at.getTime() - b.at.getTime())
  return { gaps: sources.flatMap(({ gaps, unheard }) => [...gaps, ...unheard]), changes, sources: sources.map(({ id }) => id) }
}

/**
 * The same, source by source. A watch listens to all that there were in this time, also to those in which it heard nothing; and to those that
 * weren't there and brought something that was said then.
 */
export async function silencesBySource(reader: Reader, watchId: string, from: Date, to: Date): Promise<SourceSilences[]> {
  const ever = await room(reader)
    .selectFrom("sources as s")
    .leftJoin("watch_sources as w", (join) => join.onRef("w.source_id", "=", "s.id").on("w.watch_id", "=", watchId))
    .select(["s.id", "s.name", "s.kind", "s.state", "s.next_at", "s.created_at", "s.removed_at", "w.posts", "w.posts_before"])
    .where(sql<boolean>`(s.removed_at is null or s.removed_at > ${from} or w.posts is not null)`)
    .where(sql<boolean>`(s.created_at < ${to} or w.posts is not null)`)
    .orderBy("s.name")
    .orderBy("s.id")
    .execute()
  const wasThere = ({ created_at, removed_at }: (typeof ever)[number]): boolean =>
    created_at < to && (removed_at === null || removed_at > from)
  const others = ever.flatMap((one) => (wasThere(one) ? [] : one.id))
  const told = others.length > 0 ? await broughtThen(reader, watchId, others, from, to) : []
  const sources = ever.filter((one) => wasThere(one) || told.includes(one.id))
  const brought = ever.reduce((sum, { posts }) => sum + (posts ?? 0), 0)
  const broughtBefore = ever.reduce((sum, { posts_before }) => sum + (posts_before ?? 0), 0)
  const asked = sources.filter(({ kind, created_at }) => kind !== "api" && kind !== "import" && created_at < to)
  const isLive = ({ state, next_at }: (typeof asked)[number]): boolean =>
    state === "reading" && (next_at === null || reader.now.getTime() - next_at.getTime() <= OVERDUE)
  const unread = await unreadStretches(
    reader,
    asked.map((source) => ({
      id: source.id,
      since: new Date(source.created_at.getTime() + OVERDUE),
      until: source.removed_at ?? (isLive(source) ? null : reader.now),
    })),
    from,
    to,
  )
  const listened = asked.some(({ kind }) => FIREHOSES.has(kind)) ? await listenedOf(reader, watchId) : []
  const last = to < reader.now ? to : reader.now
  return sources.map(({ id, name, kind, created_at, removed_at, posts, posts_before }) => {
    const changes: Change[] = []
    if (created_at >= from && created_at < to) changes.push({ at: created_at, sourceId: id, name, what: "began" })
    if (removed_at && removed_at >= from && removed_at < to) changes.push({ at: removed_at, sourceId: id, name, what: "ended" })
    const [first, end] = [created_at > from ? created_at : from, removed_at && removed_at < last ? removed_at : last]
    const unheard = FIREHOSES.has(kind) ? unheardIn(listened, first, end) : []
    const share = (posts ?? 0) / Math.max(brought, 1)
    const shareBefore = broughtBefore === 0 ? null : (posts_before ?? 0) / broughtBefore
    return { id, name, kind, share, shareBefore, gaps: unread.get(id) ?? [], unheard, changes }
  })
}

/** Which of these brought something that was said in this time. */
async function broughtThen(reader: Reader, watchId: string, sources: readonly string[], from: Date, to: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct source_id as id from watch_mentions
     where watch_id = ${watchId} and said_at >= ${from} and said_at < ${to} and source_id = any(${[...sources]}::uuid[])`.execute(
    reader.sql,
  )
  return rows.map(({ id }) => id)
}
