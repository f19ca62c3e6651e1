import { type RawBuilder, sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { rights } from "./rights.ts"
import type { Stand } from "./stand.ts"
import type { Walk } from "./walk.ts"

/**
 * The earliest open promise of each case; one made in a case that was merged into another is kept by that one. Open promises are as
 * many as people can keep in mind, whatever the number of cases.
 */
const open = sql`
  with recursive made (case_id, due_at) as (
    select case_id, due_at from promises where kept_at is null and broken_at is null and withdrawn_at is null
    union all
    select c.merged_into, made.due_at from made join cases as c on c.id = made.case_id where c.merged_into is not null
  ),
  open as materialized (select case_id, min(due_at) as place from made group by case_id)`

/** Cases to whose customer something is promised, the earliest first. */
export async function walkPromises(reader: Reader, { where, from, until, limit }: Omit<Walk, "order">): Promise<Stand[]> {
  const conditions: RawBuilder<unknown>[] = [sql`c.merged_into is null`, ...where]
  if (from) conditions.push(sql`(open.place, c.id) > (${from.place}::timestamptz, ${from.id}::uuid)`)
  if (until) conditions.push(sql`(open.place, c.id) <= (${until.place}::timestamptz, ${until.id}::uuid)`)
  const found = await sql<Stand>`${open}
    select c.id, open.place::text as place from open join cases as c on c.id = open.case_id
    where ${sql.join(conditions, sql` and `)}
    order by open.place, c.id limit ${limit}`.execute(reader.sql)
  return found.rows
}

/** Of these cases, those to whose customer something is promised. */
export const hasPromise = sql<boolean>`c.id in (${open} select case_id from open)`

/** Those to whose customer something is promised for a moment before this one, or is overdue. */
export const promisedUntil = (moment: Date) => sql<boolean>`c.id in (${open} select case_id from open where place <= ${moment})`

export async function countPromised(actor: Actor, reader: Reader): Promise<number> {
  const conditions = [sql`c.merged_into is null`, ...rights(actor)]
  const found = await sql<{ n: number }>`${open}
    select count(*) as n from open join cases as c on c.id = open.case_id where ${sql.join(conditions, sql` and `)}`.execute(reader.sql)
  return found.rows[0]?.n ?? 0
}
