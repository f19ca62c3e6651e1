import { sql } from "kysely"
import { fitJson, type Reader, type Tx } from "#platform"
import { room } from "../tables.ts"

/**
 * That a source was read from then to then. Null: since the stretch before, without a gap. Stretches that touch become one; whether these
 * don't: what was said between the two wasn't heard.
 */
export async function noteCoverage(tx: Tx, sourceId: string, from: Date | null, to: Date): Promise<boolean> {
  const last = await room(tx)
    .selectFrom("source_coverage")
    .select(["from_at", "to_at"])
    .where("source_id", "=", sourceId)
    .orderBy("from_at", "desc")
    .limit(1)
    .executeTakeFirst()
  if (!last) {
    await room(tx)
      .insertInto("source_coverage")
      .values({ source_id: sourceId, from_at: from && from < to ? from : to, to_at: to })
      .execute()
    return false
  }
  if (from !== null && from > last.to_at) {
    await room(tx)
      .insertInto("source_coverage")
      .values({ source_id: sourceId, from_at: from < to ? from : to, to_at: to })
      .execute()
    return true
  }
  await sql`
    update source_coverage set to_at = greatest(to_at, ${to}) where source_id = ${sourceId} and from_at = ${last.from_at}`.execute(tx.sql)
  return false
}

/** The stretches of a source that reach into a time, the earliest first. */
export function coverageOf(reader: Reader, sourceIds: readonly string[], from: Date, to: Date) {
  return room(reader)
    .selectFrom("source_coverage")
    .selectAll()
    .where("source_id", "in", sourceIds.length > 0 ? [...sourceIds] : ["00000000-0000-0000-0000-000000000000"])
    .where("to_at", ">=", from)
    .where("from_at", "<=", to)
    .orderBy("from_at")
    .limit(2000)
    .execute()
}

export interface Gap {
  from: Date
  to: Date
}

/** A source that is to be read: since when it must have been, and until when it must be; null: it is being read. */
export interface ToBeRead {
  id: string
  since: Date
  until: Date | null
}

/**
 * Between which stretches each source wasn't read, as far as that reaches into a time, whenever it began: before the first stretch, between
 * two, and after the last.
 */
export async function unreadStretches(reader: Reader, sources: readonly ToBeRead[], from: Date, to: Date): Promise<Map<string, Gap[]>> {
  const { rows } = await sql<{ id: string; from_at: Date; to_at: Date }>`
    with given as (
      select * from json_to_recordset(${fitJson(sources)}::json) as given (id uuid, since timestamptz, until timestamptz)),
    -- Of each source only what reaches into the time, and its neighbours on both sides.
    near as (
      select c.*, g.until from given g cross join lateral (
        (select source_id, from_at, to_at from source_coverage where source_id = g.id and from_at < ${from} order by from_at desc limit 1)
        union all
        (select source_id, from_at, to_at from source_coverage where source_id = g.id and from_at >= ${from} and from_at < ${to})
        union all
        (select source_id, from_at, to_at from source_coverage where source_id = g.id and from_at >= ${to} order by from_at limit 1)) c),
    unread as (
      select source_id as id, to_at as from_at, coalesce(lead(from_at) over (partition by source_id order by from_at), until) as to_at
        from near
      union all
      select id, since, coalesce((select min(from_at) from source_coverage where source_id = g.id), until) from given g)
    select id, from_at, to_at from unread
     where from_at < to_at and to_at > ${from} and from_at < ${to} order by from_at`.execute(reader.sql)
  const gaps = Map.groupBy(rows, ({ id }) => id)
  return new Map([...gaps].map(([id, found]) => [id, found.map(({ from_at, to_at }) => ({ from: from_at, to: to_at }))]))
}
