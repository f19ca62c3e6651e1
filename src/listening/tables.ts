import type { ColumnType, Generated, Selectable } from "kysely"
import type { Reader } from "#platform"
import type { SurgeState } from "./surges/surge-detector.ts"
import type { HeardKind, Json, Media, Remark, TroubleCode } from "./sources/source.ts"

/** A jsonb column: read as a value, written as JSON text. */
type AsJson<T> = ColumnType<T, string, string>
/** Written by PostgreSQL unless said otherwise, and null until then. */
type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

export const SOURCE_STATES = ["reading", "throttled", "needs_approval", "unreadable", "failing", "paused"] as const
export type SourceState = (typeof SOURCE_STATES)[number]
export type Reason = { code: TroubleCode } & Remark

export type ListeningTables = {
  sources: {
    id: string
    kind: string
    name: string
    place: string
    settings: AsJson<Json>
    sealed_secret: Buffer | null
    state: SourceState
    state_since: Date
    reason: ColumnType<Reason | null, string | null | undefined, string | null>
    failures: Generated<number>
    cursor: ColumnType<Json, string | null | undefined, string | null>
    next_at: Date | null
    read_at: Later<Date>
    settled_at: Later<Date>
    created_by: string
    created_at: Date
    updated_at: Date
    removed_at: Later<Date>
  }
  source_coverage: { source_id: string; from_at: Date; to_at: Date }
  source_spending: { source_id: string; month: string; things: Generated<number>; micros: Generated<string | number> }
  source_events: { id: string; source_id: string; at: Date; code: string; detail: AsJson<EventDetail> }
  mentions: {
    id: string
    source_id: string
    key: string
    key_hash: string
    kind: HeardKind
    url: string | null
    site: string | null
    title: string | null
    text: string
    author_key: string | null
    author_name: string | null
    author_handle: string | null
    author_url: string | null
    author_followers: number | null
    author_since: Date | null
    person: number
    language: string | null
    country: string | null
    rating: number | null
    repost_of: string | null
    reply_to: string | null
    media: AsJson<Media[]>
    published_at: Date | null
    said_at: Date
    heard_at: Date
    version: Generated<number>
    changed_at: Later<Date>
    gone_at: Later<Date>
    /** Said by an account that turned out to be ours: nobody's mention any more. */
    ours_at: Later<Date>
  }
  mention_versions: { mention_id: string; version: number; title: string | null; text: string; seen_at: Date }
  mention_hidden: { mention_id: string; source_id: string; author_key: string; at: Date; held: AsJson<Json>; versions: AsJson<Json> }
  mention_looks: { mention_id: string; source_id: string; looks: Generated<number>; next_at: Date; missed_at: Later<Date> }
  mention_gone: { mention_id: string; source_id: string; at: Date }
  watches: {
    id: string
    name: string
    query: string
    state: "listening" | "paused" | "removed"
    state_since: Date
    state_by: string
    revision: number
    generation: number
    caught_up: Generated<number>
    created_by: string
    created_at: Date
    updated_at: Date
  }
  watch_revisions: { watch_id: string; revision: number; query: string; by_actor: string; at: Date }
  watch_listened: { watch_id: string; revision: number; from_at: Date; to_at: Date | null }
  watch_generation: { n: number }
  watch_mentions: {
    watch_id: string
    said_at: Date
    mention_id: string
    source_id: string
    person: number
    heard_at: Date
    revision: number
  }
  watch_left: { watch_id: string; mention_id: string; said_at: Date; source_id: string; person: number; heard_at: Date }
  watch_sources: { watch_id: string; source_id: string; last_at: Date; posts: Generated<number>; posts_before: Generated<number> }
  watch_counts: {
    watch_id: string
    bucket: Date
    posts: Generated<number>
    people: Generated<number>
    judged_posts: Later<number>
    judged_people: Later<number>
    complete: Later<boolean>
    score: Later<number>
  }
  watch_detectors: { watch_id: string; revision: number; state: AsJson<SurgeState>; through: Date }
  desk_detectors: { kind: "inbox" | "topic"; name: string; state: AsJson<SurgeState>; through: Date }
  alarms: {
    id: string
    watch_id: string | null
    inbox_id: Later<string>
    topic: Later<string>
    inbox_ids: Later<string[]>
    since: Date
    called_at: Date
    strength: number
    evidence: AsJson<Evidence>
    verdict: Later<"right" | "wrong">
    verdict_by: Later<string>
    verdict_at: Later<Date>
    verdict_note: Later<string>
  }
}

/** A line on a source's page. */
export interface EventDetail {
  key?: string
  values?: Readonly<Record<string, string | number>>
}

/** On what an alarm was called. */
export interface Evidence {
  /** How high: the mean over so many minutes, of posts or people in five; what is usual, and what only 1.5 in a hundred exceed. */
  minutes: number
  count: number
  usual: number
  seldomAbove: number
  /** Whether these are of posts or of people; alarms of before it was kept don't say, and are taken to be of posts. */
  of?: "posts" | "people"
  /** Whether these two are of this hour of the day or week, or of any; left out: of any. */
  ofThisHour?: boolean
  /** False where a source wasn't read: more was said than was heard. */
  complete: boolean
  posts: number
  people: number
  /** Which people use now and didn't before. */
  words: { word: string; people: number }[]
  sites: { site: string; posts: number }[]
  /** Where those who speak are, as far as sources say. Alarms of before it was kept have none. */
  countries?: { country: string; people: number }[]
  mentions: string[]
  /** Of what customers write: cases that say it most plainly, and how many were opened with it. */
  cases?: string[]
  opened?: number
}

export type Source = Selectable<ListeningTables["sources"]>
export type Mention = Selectable<ListeningTables["mentions"]>
export type Watch = Selectable<ListeningTables["watches"]>

/** This room's tables, through whatever reads or writes. */
export function room(reader: Pick<Reader, "sql">) {
  return reader.sql.withTables<ListeningTables>()
}
