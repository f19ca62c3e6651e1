import { sql } from "kysely"
import type { Tx } from "#platform"
import { RECALCULATE } from "../job-names.ts"
import type { Later } from "../later.ts"
import { readPause } from "../refresh-case.ts"
import type { Category, DueByHand, Priority } from "../tables.ts"
import { deadlinesOf, type Rule } from "./deadlines.ts"
import { readRule, type RuleRow } from "./find-rule.ts"

/** A calendar or a rule has changed: the deadlines of live cases follow. */
export async function recalculateLater(tx: Tx, later: Later): Promise<void> {
  await later.put(tx, RECALCULATE, {})
}

/**
 * Calculates the deadlines of the live cases after an id again. Each case is held while it is: somebody who is changing it has calculated
 * with the old rules and is waited for, or will calculate with the new. Gives the last id; null when none is left.
 */
export async function recalculateBatch(tx: Tx, after: string | null, limit = 500): Promise<string | null> {
  const rows = await liveCases(tx, after, limit)
  if (rows.length === 0) return null
  const rules = await allRules(tx)
  const due = rows.map((row) => {
    const clocks = {
      category: row.category,
      createdAt: row.created_at,
      firstWordsAt: row.first_words_at,
      firstAnsweredAt: row.first_answered_at,
      waitingSince: row.waiting_since,
      pauses: row.pauses.map(readPause),
      byHand: row.due_by_hand,
    }
    return deadlinesOf(clocks, ruleFor(rules, row))
  })
  await sql`
    update cases c set first_answer_due = d.first, next_answer_due = d.next, resolution_due = d.resolution, next_due = d.earliest
      from unnest(${rows.map((row) => row.id)}::uuid[], ${due.map((d) => d.first_answer_due)}::timestamptz[], ${due.map((d) => d.next_answer_due)}::timestamptz[],
                  ${due.map((d) => d.resolution_due)}::timestamptz[], ${due.map((d) => d.next_due)}::timestamptz[]) as d (id, first, next, resolution, earliest)
     where c.id = d.id
       and (c.first_answer_due, c.next_answer_due, c.resolution_due, c.next_due) is distinct from (d.first, d.next, d.resolution, d.earliest)`.execute(
    tx.sql,
  )
  return rows.length < limit ? null : rows.at(-1)!.id
}

interface LiveCase {
  id: string
  category: Category
  priority: Priority
  inbox_id: string
  created_at: Date
  waiting_since: Date | null
  first_answered_at: Date | null
  first_words_at: Date | null
  due_by_hand: DueByHand
  pauses: { began_at: string; ended_at: string | null }[]
}

/** Merged cases keep their clocks and aren't shown, but may come back: they count as live. */
async function liveCases(tx: Tx, after: string | null, limit: number): Promise<LiveCase[]> {
  const held = await sql<{ id: string }>`
    select id from cases where category in ('new', 'open', 'waiting', 'snoozed') and id > ${after ?? FIRST}
     order by id limit ${limit} for no key update`.execute(tx.sql)
  const found = await sql<LiveCase>`
    select c.id, c.category, c.priority, c.inbox_ids[1] as inbox_id, c.created_at, c.waiting_since, c.first_answered_at, c.due_by_hand,
      (select min(began_at) from silences s where s.case_id = c.id) as first_words_at,
      coalesce((select json_agg(json_build_object('began_at', began_at, 'ended_at', ended_at) order by began_at)
        from pauses p where p.case_id = c.id), '[]') as pauses
    from cases c where c.id = any(${held.rows.map(({ id }) => id)}::uuid[]) order by c.id`.execute(tx.sql)
  return found.rows
}

const FIRST = "00000000-0000-0000-0000-000000000000"

/** A rule and the cases that it is for. */
export type Scoped = { inboxId: string | null; priority: Priority | null; rule: Rule }

/** Every rule, the most specific first. */
export async function allRules(tx: Tx): Promise<Scoped[]> {
  const found = await sql<RuleRow & { inbox_id: string | null; priority: Priority | null }>`
    select r.inbox_id, r.priority, r.first_answer, r.next_answer, r.resolution, c.time_zone, c.spans, c.holidays, c.extra_days
      from deadline_rules r join calendars c on c.id = r.calendar_id order by r.inbox_id is null, r.priority is null`.execute(tx.sql)
  return found.rows.map((row) => ({ inboxId: row.inbox_id, priority: row.priority, rule: readRule(row) }))
}

/** The rule for a case among all of them. */
export function ruleFor(rules: readonly Scoped[], row: Pick<LiveCase, "inbox_id" | "priority">): Rule | null {
  return (
    rules.find(({ inboxId, priority }) => (inboxId ?? row.inbox_id) === row.inbox_id && (priority ?? row.priority) === row.priority)
      ?.rule ?? null
  )
}
