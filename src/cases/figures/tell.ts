import { sql } from "kysely"
import { messagesForFigures } from "#conversations"
import type { Tx } from "#platform"
import type { Calendar } from "../calendar/calendar.types.ts"
import type { Category, Priority } from "../tables.ts"
import type { Told } from "./cells.ts"

export interface ToldCase extends Told {
  id: string
  inboxId: string
  teamId: string | null
  tags: string[]
  priority: Priority
}

interface Row {
  id: string
  category: Category
  priority: Priority
  merged: boolean
  inbox_id: string
  team_id: string | null
  tags: string[]
  created_at: Date
  first_answered_at: Date | null
  silences: { from: string; to: string | null; answered: boolean }[]
  changes: { category: Category; by: string; at: string }[]
  promises: { kept: string | null; broken: string | null }[]
  satisfaction: { asked: string; value: number | null; answered: string | null }[]
}

/** Reads all that these cases tell the figures, in two questions. */
export async function tell(tx: Tx, caseIds: readonly string[]): Promise<ToldCase[]> {
  const found = await sql<Row>`
    select c.id, c.category, c.priority, c.merged_into is not null as merged, c.inbox_ids[1] as inbox_id, c.team_id, c.tags[:20] as tags,
      c.created_at, c.first_answered_at,
      coalesce((select json_agg(json_build_object('from', s.began_at, 'to', s.ended_at, 'answered', coalesce(s.ended_by like 'message:%', false)))
        from silences s where s.case_id = c.id), '[]') as silences,
      coalesce((select json_agg(json_build_object('category', h.category, 'by', h.by_actor, 'at', h.at) order by h.seq)
        from status_changes h where h.case_id = c.id), '[]') as changes,
      coalesce((select json_agg(json_build_object('kept', p.kept_at, 'broken', p.broken_at)) from promises p where p.case_id = c.id), '[]') as promises,
      coalesce((select json_agg(json_build_object('asked', q.asked_at, 'value', q.value, 'answered', q.answered_at))
        from satisfaction_questions q where q.case_id = c.id and q.asked_at is not null), '[]') as satisfaction
    from cases c where c.id = any(${[...caseIds]}::uuid[])`.execute(tx.sql)
  const messages = await messagesForFigures(tx, caseIds)
  const moment = (at: string | null) => (at === null ? null : new Date(at))
  return found.rows.map((row) => ({
    id: row.id,
    inboxId: row.inbox_id,
    teamId: row.team_id,
    tags: [...new Set(row.tags.filter(Boolean))],
    priority: row.priority,
    category: row.category,
    merged: row.merged,
    createdAt: row.created_at,
    firstAnsweredAt: row.first_answered_at,
    messages: messages.get(row.id) ?? [],
    silences: row.silences.map(({ from, to, answered }) => ({ from: new Date(from), to: moment(to), answered })),
    changes: row.changes.map(({ category, by, at }) => ({ category, by, at: new Date(at) })),
    promises: row.promises.map(({ kept, broken }) => ({ keptAt: moment(kept), brokenAt: moment(broken) })),
    satisfaction: row.satisfaction.map(({ asked, value, answered }) => ({ askedAt: new Date(asked), value, answeredAt: moment(answered) })),
  }))
}

/** The hours by which a case of this inbox and priority is worked: those of its deadlines, else the usual ones; null: none are set. */
export async function hoursByCase(tx: Tx): Promise<(inboxId: string, priority: Priority) => Calendar | null> {
  const found = await sql<{ inbox_id: string | null; priority: Priority | null; standard: boolean; calendar: Calendar }>`
    select r.inbox_id, r.priority, false as standard,
      json_build_object('timeZone', c.time_zone, 'spans', c.spans, 'holidays', c.holidays, 'extraDays', c.extra_days) as calendar
    from calendars c join deadline_rules r on r.calendar_id = c.id
    union all
    select null, null, true, json_build_object('timeZone', c.time_zone, 'spans', c.spans, 'holidays', c.holidays, 'extraDays', c.extra_days)
    from calendars c where c.standard
    order by 1 nulls last, 2 nulls last, 3`.execute(tx.sql)
  const fits = (inboxId: string, priority: Priority) =>
    found.rows.find((row) => (row.inbox_id === null || row.inbox_id === inboxId) && (row.priority === null || row.priority === priority))
  return (inboxId, priority) => fits(inboxId, priority)?.calendar ?? null
}
