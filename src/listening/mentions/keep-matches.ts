import { sql } from "kysely"
import { insertMany, rowsJson, type Tx } from "#platform"
import { SURGE } from "../surges/settings.ts"

/** A mention that a watch wants. */
export interface Wanted {
  watch: { id: string; revision: number }
  mentionId: string
  sourceId: string
  person: number
  saidAt: Date
  heardAt: Date
}

const COLUMNS = {
  watch_id: "uuid",
  said_at: "timestamptz",
  mention_id: "uuid",
  source_id: "uuid",
  person: "bigint",
  heard_at: "timestamptz",
  revision: "int",
} as const

/** Gives mentions to watches, each once, and counts again the five minutes in which they were said. Gives the watches that had none of them. */
export async function keepMatches(tx: Tx, wanted: readonly Wanted[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const rows = wanted.map(({ watch, mentionId, sourceId, person, saidAt, heardAt }) => ({
    watch_id: watch.id,
    said_at: saidAt,
    mention_id: mentionId,
    source_id: sourceId,
    person,
    heard_at: heardAt,
    revision: watch.revision,
  }))
  const kept = await insertMany(tx, "watch_mentions", COLUMNS, rows, {
    // Found again by a changed query: it is this one's now.
    otherwise: sql`on conflict (watch_id, said_at, mention_id) do update set revision = excluded.revision where watch_mentions.revision < excluded.revision`,
  })
  if (kept === 0) return []
  const touched = new Map(rows.map((row) => [`${row.watch_id} ${bucketOf(row.said_at).getTime()}`, row]))
  const buckets = [...touched.values()].map(({ watch_id, said_at }) => ({ watch_id, bucket: bucketOf(said_at) }))
  await noteSources(tx, rows)
  await countAgain(tx, buckets)
  return [...new Set(rows.map(({ watch_id }) => watch_id))]
}

/** These are nobody's mentions any more: they leave their watches, which are counted again. */
export async function forgetMatches(tx: Tx, mentionIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ watch_id: string; said_at: Date }>`
    delete from watch_mentions where mention_id = any(${[...mentionIds]}::uuid[]) returning watch_id, said_at`.execute(tx.sql)
  const touched = new Map(rows.map(({ watch_id, said_at }) => [`${watch_id} ${bucketOf(said_at).getTime()}`, { watch_id, said_at }]))
  if (touched.size > 0)
    await countAgain(
      tx,
      [...touched.values()].map(({ watch_id, said_at }) => ({ watch_id, bucket: bucketOf(said_at) })),
    )
}

/** The five minutes in which a moment lies, by when they begin. */
export function bucketOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / SURGE.interval) * SURGE.interval)
}

/** Sources that bring this watch something: their silence would be missed. */
async function noteSources(tx: Tx, rows: readonly { watch_id: string; source_id: string }[]): Promise<void> {
  await sql`
    insert into watch_sources (watch_id, source_id, last_at, posts)
    select watch_id, source_id, ${tx.now}, count(*) from json_to_recordset(${rowsJson(rows)}::json) as given (watch_id uuid, source_id uuid)
     group by 1, 2 order by 1, 2
    on conflict (watch_id, source_id)
    do update set last_at = greatest(watch_sources.last_at, excluded.last_at), posts = watch_sources.posts + excluded.posts`.execute(tx.sql)
}

/** Rows are held in one order before they are counted, so that two who count at once see each other's. */
async function countAgain(tx: Tx, buckets: readonly { watch_id: string; bucket: Date }[]): Promise<void> {
  const given = sql`json_to_recordset(${rowsJson(buckets)}::json) as given (watch_id uuid, bucket timestamptz)`
  await sql`insert into watch_counts (watch_id, bucket) select watch_id, bucket from ${given} order by watch_id, bucket on conflict do nothing`.execute(
    tx.sql,
  )
  await sql`
    select from watch_counts c join ${given} using (watch_id, bucket) order by c.watch_id, c.bucket for update of c`.execute(tx.sql)
  // Five minutes at a time along the index of a watch: joined freely, each is compared with all that the watch ever heard.
  await sql`
    update watch_counts c set posts = n.posts, people = n.people from (
      select given.watch_id, given.bucket, found.posts, found.people from ${given} cross join lateral (
        select count(*)::int as posts, count(distinct m.person)::int as people from watch_mentions m
         where m.watch_id = given.watch_id and m.said_at >= given.bucket and m.said_at < given.bucket + interval '5 minutes') as found) n
     where c.watch_id = n.watch_id and c.bucket = n.bucket`.execute(tx.sql)
}
