import { type RawBuilder, sql } from "kysely"
import { DAY, HOUR, type Reader } from "#platform"
import type { Among } from "./ask.ts"

/** Who waits for a human just now. */
export interface Now {
  waiting: number
  /** By the silence scale: under four hours, under a day, under three days, longer. */
  scale: [number, number, number, number]
  longest: { number: number; since: string } | null
  /** Past a deadline that was set. */
  late: number
  unassigned: number
  /** Until when past events are counted; null: none are yet. */
  countedAt: string | null
}

/** Read from the cases themselves, so it is of this moment. */
export async function waitingNow(reader: Reader, which: Among): Promise<Now> {
  const since = (ms: number) => sql`waiting_since > ${new Date(reader.now.getTime() - ms)}`
  const count = (where: RawBuilder<unknown>) => sql`(count(*) filter (where ${where}))::int`
  const found = await sql<{ scale: Now["scale"]; late: number; unassigned: number; number: number | null; since: Date | null }>`
    with waiting as (
      select number, waiting_since, next_due, owner_id from cases
      where ${sql.join(conditions(which), sql` and `)} and coalesce(waiting_since, 'infinity') < 'infinity'
    )
    select array[${count(since(4 * HOUR))}, ${count(sql`not ${since(4 * HOUR)} and ${since(DAY)}`)},
        ${count(sql`not ${since(DAY)} and ${since(3 * DAY)}`)}, ${count(sql`not ${since(3 * DAY)}`)}] as scale,
      ${count(sql`next_due < ${reader.now}`)} as late, ${count(sql`owner_id is null`)} as unassigned,
      (array_agg(number order by waiting_since))[1] as number, min(waiting_since) as since
    from waiting`.execute(reader.sql)
  const { scale, late, unassigned, number, since: first } = found.rows[0]!
  const state = await sql<{ counted_at: Date | null }>`select counted_at from figure_state`.execute(reader.sql)
  return {
    waiting: scale.reduce((sum, n) => sum + n, 0),
    scale,
    longest: number !== null && first ? { number, since: first.toISOString() } : null,
    late,
    unassigned,
    countedAt: state.rows[0]?.counted_at?.toISOString() ?? null,
  }
}

function conditions({ inboxes, team, tag }: Among): RawBuilder<unknown>[] {
  return [
    sql`merged_into is null`,
    sql`category in ('new', 'open', 'waiting')`,
    ...(inboxes === null ? [] : [sql`inbox_ids && ${[...inboxes]}::uuid[]`]),
    ...(team === null ? [] : [team === "none" ? sql`team_id is null` : sql`team_id = ${team}::uuid`]),
    ...(tag === "" ? [] : [sql`tags @> ${[tag]}::text[]`]),
  ]
}
