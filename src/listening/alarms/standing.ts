import { sql } from "kysely"
import { DAY, MINUTE, type Reader } from "#platform"
import { type Gap, unreadStretches } from "../sources/coverage.ts"

/**
 * How well the sources of a watch were read in five minutes. `read`: all that matter were, to the end. `pending`: one will be asked soon.
 * `missing`: one wasn't read, or showed less than was said, so more was said than was heard. `returning`: one began or came back in it, so what came in it may have been
 * said before.
 */
export type Standing = "read" | "pending" | "missing" | "returning"

/** A source that brings less than this share of a watch doesn't hold up its judgement. */
export const MATTERS = 0.05
/** A source that has been silent for longer than this isn't counted on any more. */
export const GIVEN_UP = DAY
/** So long a source may take until it is asked again: an hour is the slowest rhythm that is waited for. */
const WAITS = 65 * MINUTE

export interface WatchSource {
  state: string
  stateSince: Date
  readAt: Date | null
  /** Null: it tells by itself. */
  nextAt: Date | null
  settledAt: Date | null
  /** Between looks: more was said than it still showed. */
  gaps: readonly Gap[]
}

interface Row {
  watch_id: string
  source_id: string
  state: string
  state_since: Date
  read_at: Date | null
  next_at: Date | null
  settled_at: Date | null
}

/** The sources that matter to each watch, and what is missing of them since then: those that tell by themselves are never missing. */
export async function sourcesOfWatches(reader: Reader, watchIds: readonly string[], since: Date): Promise<Map<string, WatchSource[]>> {
  const lately = new Date(reader.now.getTime() - 28 * DAY)
  const { rows } = await sql<Row>`
    select watch_id, source_id, state, state_since, read_at, next_at, settled_at from (
      select w.watch_id, w.source_id, s.kind, s.state, s.state_since, s.read_at, s.next_at, s.settled_at, s.removed_at,
             w.posts::real / greatest(sum(w.posts) over (partition by w.watch_id), 1) as share
        from watch_sources w join sources s on s.id = w.source_id
       where w.watch_id = any(${[...watchIds]}::uuid[]) and w.last_at > ${lately}) as known
     where share >= ${MATTERS} and removed_at is null and state <> 'paused' and kind not in ('api', 'import')`.execute(reader.sql)
  const grouped = Map.groupBy(rows, ({ watch_id }) => watch_id)
  const named = [...new Set(rows.map(({ source_id }) => source_id))].map((id) => ({ id, since: reader.now, until: null }))
  const gaps = await unreadStretches(reader, named, since, reader.now)
  const plain = ({ source_id, state, state_since, read_at, next_at, settled_at }: Row) => ({
    state,
    stateSince: state_since,
    readAt: read_at,
    nextAt: next_at,
    settledAt: settled_at,
    gaps: gaps.get(source_id) ?? [],
  })
  return new Map([...grouped].map(([id, found]) => [id, found.map(plain)]))
}

/** How a watch's sources stood in the five minutes from `from` to `to`, as known now. */
export function standingOf(sources: readonly WatchSource[], from: Date, to: Date, now: Date): Standing {
  let standing: Standing = "read"
  for (const { state, stateSince, settledAt, gaps, ...asked } of sources) {
    if (state !== "reading") {
      if (now.getTime() - stateSince.getTime() <= GIVEN_UP) standing = "missing"
    } else if (settledAt === null || settledAt > from) return "returning"
    else if (gaps.some((gap) => gap.from < to && gap.to > from)) standing = "missing"
    else if (!isReadUntil(asked, to) && standing !== "missing") standing = lateness(to, now)
  }
  return standing
}

/** Where more pages wait it is asked again at once. */
function isReadUntil({ readAt, nextAt }: Pick<WatchSource, "readAt" | "nextAt">, to: Date): boolean {
  return readAt !== null && readAt >= to && (nextAt === null || nextAt > readAt)
}

/** What is still to be asked for is waited for, for a while. */
export function lateness(to: Date, now: Date): Standing {
  return now.getTime() - to.getTime() > WAITS ? "missing" : "pending"
}
