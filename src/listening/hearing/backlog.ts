import { sql } from "kysely"
import { MINUTE, type Reader } from "#platform"

/** A source that should have been asked longer ago than this waits: a house that keeps up asks within seconds. */
const WAITS = 10 * MINUTE

export interface Backlog {
  sources: number
  /** Of these, so many that are due wait. */
  waiting: number
  /** Minutes that the first of them has waited. */
  minutes: number
}

/** Whether sources are asked when they are due. */
export async function backlogOfSources(reader: Reader): Promise<Backlog> {
  const { rows } = await sql<{ sources: number; waiting: number; first: Date | null }>`
    select count(*)::int as sources, count(*) filter (where next_at < ${new Date(reader.now.getTime() - WAITS)})::int as waiting, min(next_at) as first
      from sources where removed_at is null and state <> 'paused' and kind not in ('api', 'import')`.execute(reader.sql)
  const { sources, waiting, first } = rows[0] ?? { sources: 0, waiting: 0, first: null }
  return { sources, waiting, minutes: first ? Math.max(0, Math.round((reader.now.getTime() - first.getTime()) / MINUTE)) : 0 }
}
