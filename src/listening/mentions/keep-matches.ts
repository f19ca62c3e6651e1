import { sql } from "kysely"
import { fitJson, insertMany, type Tx } from "#platform"
import { SURGE } from "../surges/settings.ts"
import { room } from "../tables.ts"

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
  const there = await stillMentions(tx, wanted)
  if (there.length === 0) return []
  const rows = there.map(({ watch, mentionId, sourceId, person, saidAt, heardAt }) => ({
    watch_id: watch.id,
    said_at: saidAt,
    mention_id: mentionId,
    source_id: sourceId,
    person,
    heard_at: heardAt,
    revision: watch.revision,
  }))
  const news = await notYet(tx, rows)
  const kept = await insertMany(tx, "watch_mentions", COLUMNS, rows, {
    // Found again by a changed query: it is this one's now.
    otherwise: sql`on conflict (watch_id, said_at, mention_id) do update set revision = excluded.revision where watch_mentions.revision < excluded.revision`,
  })
  if (kept === 0) return []
  if (news.length > 0) await noteSources(tx, news)
  await countAgain(tx, bucketsOf(rows))
  return [...new Set(rows.map(({ watch_id }) => watch_id))]
}

type Row = { watch_id: string; said_at: Date; mention_id: string; source_id: string }

/** Those that their watches don't have: heard again, or edited, it is the same mention. */
async function notYet<R extends Row>(tx: Tx, rows: readonly R[]): Promise<R[]> {
  const { rows: known } = await sql<{ watch_id: string; mention_id: string }>`
    select watch_id, mention_id from json_to_recordset(${fitJson(rows)}::json) as given (watch_id uuid, said_at timestamptz, mention_id uuid)
      join watch_mentions using (watch_id, said_at, mention_id)`.execute(tx.sql)
  const there = new Set(known.map(({ watch_id, mention_id }) => `${watch_id} ${mention_id}`))
  const first = new Map(rows.map((row) => [`${row.watch_id} ${row.mention_id}`, row]))
  return [...first].flatMap(([name, row]) => (there.has(name) ? [] : row))
}

/** Those that weren't deleted, or known to be our own words, while they were being matched; held, so that they aren't before they are kept. */
async function stillMentions(tx: Tx, wanted: readonly Wanted[]): Promise<Wanted[]> {
  const ids = [...new Set(wanted.map(({ mentionId }) => mentionId))]
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from mentions where id = any(${ids}::uuid[]) and gone_at is null and ours_at is null order by id for share`.execute(tx.sql)
  const there = new Set(rows.map(({ id }) => id))
  return wanted.filter(({ mentionId }) => there.has(mentionId))
}

/** What is gone, or nobody's mention any more, leaves its watches, which are counted again. */
export async function forgetMatches(tx: Tx, mentionIds: readonly string[]): Promise<void> {
  const ids = [...mentionIds]
  await room(tx).deleteFrom("watch_left").where("mention_id", "in", ids).execute()
  const dropped = await room(tx).deleteFrom("watch_mentions").where("mention_id", "in", ids).returning(["watch_id", "said_at"]).execute()
  await countAgain(tx, bucketsOf(dropped))
}

/** Takes from a watch what its query doesn't want any more; it is kept aside, should a later one want it. */
export async function leaveMatches(tx: Tx, { id, revision }: Wanted["watch"], mentionIds: readonly string[]): Promise<void> {
  if (mentionIds.length === 0) return
  const { rows: left } = await sql<{ watch_id: string; said_at: Date }>`
    with taken as (
      delete from watch_mentions where watch_id = ${id} and mention_id = any(${[...mentionIds]}::uuid[]) and revision < ${revision}
      returning watch_id, mention_id, said_at, source_id, person, heard_at)
    insert into watch_left (watch_id, mention_id, said_at, source_id, person, heard_at) select * from taken
    on conflict (watch_id, mention_id) do update set heard_at = excluded.heard_at returning watch_id, said_at`.execute(tx.sql)
  await countAgain(tx, bucketsOf(left))
}

/** What was edited leaves the watches that don't want its words any more, as it would if they looked through the past; kept aside likewise. */
export async function leaveEdited(tx: Tx, edited: readonly { mentionId: string; watches: readonly string[] }[]): Promise<void> {
  if (edited.length === 0) return
  const given = edited.map(({ mentionId, watches }) => ({ mention_id: mentionId, wanted: watches }))
  const { rows: left } = await sql<{ watch_id: string; said_at: Date }>`
    with given as (select * from json_to_recordset(${fitJson(given)}::json) as given (mention_id uuid, wanted uuid[])),
    taken as (
      delete from watch_mentions m using given g, watches w
       where m.mention_id = g.mention_id and w.id = m.watch_id and w.state = 'listening' and not m.watch_id = any(g.wanted)
      returning m.watch_id, m.mention_id, m.said_at, m.source_id, m.person, m.heard_at)
    insert into watch_left (watch_id, mention_id, said_at, source_id, person, heard_at) select * from taken
    on conflict (watch_id, mention_id) do update set heard_at = excluded.heard_at returning watch_id, said_at`.execute(tx.sql)
  await countAgain(tx, bucketsOf(left))
  await sql`
    delete from watch_left l using watch_mentions w
     where l.mention_id = any(${edited.map(({ mentionId }) => mentionId)}::uuid[])
       and w.watch_id = l.watch_id and w.said_at = l.said_at and w.mention_id = l.mention_id`.execute(tx.sql)
}

/** What a watch wants again isn't aside any more. */
export async function returned(tx: Tx, watchId: string): Promise<void> {
  await sql`
    delete from watch_left l using watch_mentions w
     where l.watch_id = ${watchId} and w.watch_id = l.watch_id and w.said_at = l.said_at and w.mention_id = l.mention_id`.execute(tx.sql)
}

const bucketsOf = (rows: readonly { watch_id: string; said_at: Date }[]): { watch_id: string; bucket: Date }[] => [
  ...new Map(
    rows.map(({ watch_id, said_at }) => [`${watch_id} ${bucketOf(said_at).getTime()}`, { watch_id, bucket: bucketOf(said_at) }]),
  ).values(),
]

/** The five minutes in which a moment lies, by when they begin. */
export function bucketOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / SURGE.interval) * SURGE.interval)
}

/** Sources that bring this watch something: their silence would be missed. */
async function noteSources(tx: Tx, rows: readonly { watch_id: string; source_id: string }[]): Promise<void> {
  await sql`
    insert into watch_sources (watch_id, source_id, last_at, posts)
    select watch_id, source_id, ${tx.now}, count(*) from json_to_recordset(${fitJson(rows)}::json) as given (watch_id uuid, source_id uuid)
     group by 1, 2 order by 1, 2
    on conflict (watch_id, source_id)
    do update set last_at = greatest(watch_sources.last_at, excluded.last_at), posts = watch_sources.posts + excluded.posts`.execute(tx.sql)
}

/** What each source brought a watch, counted anew: what its query no longer wants isn't missed. */
export async function countSources(tx: Tx, watchId: string): Promise<void> {
  await sql`
    with brought as (select source_id, count(*) as posts from watch_mentions where watch_id = ${watchId} group by source_id)
    update watch_sources s set posts = n.posts
      from (select w.source_id, coalesce(b.posts, 0) as posts from watch_sources w left join brought b using (source_id)
             where w.watch_id = ${watchId}) n
     where s.watch_id = ${watchId} and s.source_id = n.source_id`.execute(tx.sql)
}

/** Rows are held in one order before they are counted, so that two who count at once see each other's. */
async function countAgain(tx: Tx, buckets: readonly { watch_id: string; bucket: Date }[]): Promise<void> {
  if (buckets.length === 0) return
  const given = sql`json_to_recordset(${fitJson(buckets)}::json) as given (watch_id uuid, bucket timestamptz)`
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
