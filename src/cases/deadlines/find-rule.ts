import { sql } from "kysely"
import type { Reader, Tx } from "#platform"
import type { ExtraDay, Holidays, Span } from "../calendar/calendar.types.ts"
import type { Priority } from "../tables.ts"
import type { Rule } from "./deadlines.ts"

/** The rule for a case: the most specific counts (inbox and priority, inbox, priority, any). */
export async function findRule(reader: Reader, inboxId: string, priority: Priority): Promise<Rule | null> {
  const found = await sql<RuleRow>`
    select r.first_answer, r.next_answer, r.resolution, c.time_zone, c.spans, c.holidays, c.extra_days
      from deadline_rules r join calendars c on c.id = r.calendar_id
     where (r.inbox_id is null or r.inbox_id = ${inboxId}) and (r.priority is null or r.priority = ${priority})
     order by r.inbox_id is null, r.priority is null limit 1`.execute(reader.sql)
  const row = found.rows[0]
  return row ? readRule(row) : null
}

export interface RuleRow {
  first_answer: number | null
  next_answer: number | null
  resolution: number | null
  time_zone: string
  spans: Span[]
  holidays: Holidays
  extra_days: ExtraDay[]
}

export function readRule(row: RuleRow): Rule {
  return {
    calendar: { timeZone: row.time_zone, spans: row.spans, holidays: row.holidays, extraDays: row.extra_days },
    firstAnswer: row.first_answer,
    nextAnswer: row.next_answer,
    resolution: row.resolution,
  }
}

const LOCK = 4600_0005

/**
 * Held by a transaction that opens a case: the job that recalculates live cases can't see one that isn't committed, so rules don't
 * change while one is being opened with them. Cases that stand are held by their row.
 */
export async function holdRules(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${LOCK})`.execute(tx.sql)
}

/** Held by a transaction that changes rules or calendars: waits for the cases being opened, and makes later ones wait. */
export async function holdRulesToChange(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx.sql)
}
