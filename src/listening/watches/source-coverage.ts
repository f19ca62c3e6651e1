import { sql } from "kysely"
import type { Reader } from "#platform"
import { type SourceSilences, silencesBySource } from "./silences.ts"

/** One source of a watch: what it brought, and when it wasn't read. */
export interface CoveredSource extends SourceSilences {
  posts: number
  people: number
}

/** The sources of a watch, those first that brought most. */
export async function coverageBySource(reader: Reader, watchId: string, from: Date, to: Date): Promise<CoveredSource[]> {
  const { rows } = await sql<{ id: string; posts: number; people: number }>`
    select source_id as id, count(*)::int as posts, count(distinct person)::int as people from watch_mentions
     where watch_id = ${watchId} and said_at >= ${from} and said_at < ${to} group by 1`.execute(reader.sql)
  const brought = new Map(rows.map((row) => [row.id, row]))
  const sources = await silencesBySource(reader, watchId, from, to)
  return sources
    .map((source) => ({ ...source, posts: brought.get(source.id)?.posts ?? 0, people: brought.get(source.id)?.people ?? 0 }))
    .sort((a, b) => b.posts - a.posts || a.name.localeCompare(b.name))
}
