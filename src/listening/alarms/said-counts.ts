import { sql } from "kysely"
import type { Reader } from "#platform"
import { bucketOf } from "../mentions/keep-matches.ts"
import { room } from "../tables.ts"

export interface SaidCount {
  posts: number
  people: number
}

/** What was said in each five minutes as far as it is known, by watch and when they begin. */
export async function latestCounts(reader: Reader, watchIds: readonly string[], from: Date, to: Date): Promise<Map<string, SaidCount>> {
  if (watchIds.length === 0) return new Map()
  const rows = await room(reader)
    .selectFrom("watch_counts")
    .select(["watch_id", "bucket", "posts", "people"])
    .where(sql<boolean>`watch_id = any(${[...watchIds]}::uuid[])`)
    .where("bucket", ">=", from)
    .where("bucket", "<", to)
    .execute()
  return new Map(rows.map(({ watch_id, bucket, posts, people }) => [keyOf(watch_id, bucket), { posts, people }]))
}

export const keyOf = (watchId: string, bucket: Date): string => `${watchId} ${bucket.getTime()}`

/** What a query as it is now would have heard in the last weeks: what a new watch learns from. */
export async function pastCounts(reader: Reader, watchId: string, revision: number, from: Date, to: Date): Promise<Map<number, SaidCount>> {
  const { rows } = await sql<{ bucket: Date; posts: number; people: number }>`
    select date_bin('5 minutes', said_at, '1970-01-01 00:00Z') as bucket, count(*)::int as posts, count(distinct person)::int as people
      from watch_mentions
     where watch_id = ${watchId} and revision = ${revision} and said_at >= ${from} and said_at < ${to} group by 1`.execute(reader.sql)
  return new Map(rows.map(({ bucket, posts, people }) => [bucketOf(bucket).getTime(), { posts, people }]))
}
