import { type RawBuilder, sql } from "kysely"
import { type Actor, requireRole } from "#people"
import { Conflict, type Database, DAY, HOUR, newId, NotFound, isId, type Reader, type Tx } from "#platform"
import { DRY_RUN } from "../job-names.ts"
import type { Later } from "../later.ts"
import type { CaseRow } from "../tables.ts"
import { wouldAct } from "./act.ts"
import { accessRule, holdRule } from "./access-rule.ts"
import { judge } from "./judge.ts"
import type { Trigger } from "./rule.types.ts"
import { sightsOf } from "./sight.ts"
import { type DryMatch, type DryRunRow, type RuleRow, rulesRoom } from "./tables.ts"

const TOGETHER = 50
const SHOWN = 100

/** Looks what a rule would have done to the cases of the last days, without doing it. Gives the dry run, which goes on as a job. */
export async function startDryRun(
  actor: Actor,
  tx: Tx,
  later: Later,
  ruleId: string,
  { days, most }: { days: number; most: number },
): Promise<DryRunRow> {
  requireRole(actor, "lead")
  const rule = await holdRule(actor, tx, ruleId)
  const row = await rulesRoom(tx)
    .insertInto("rule_dry_runs")
    .values({
      id: newId(tx.now),
      rule_id: rule.id,
      version: rule.version,
      days,
      most,
      total: Math.min(most, await countCases(tx, rule, days)),
      looked: 0,
      matched: 0,
      matches: "[]",
      by_actor: actor.ref,
      started_at: tx.now,
      finished_at: null,
      stopped_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await later.put(tx, DRY_RUN, { dryRunId: row.id })
  return row
}

/** @throws NotFound */
export async function accessDryRun(actor: Actor, reader: Reader, ruleId: string, id: string): Promise<DryRunRow> {
  await accessRule(actor, reader, ruleId)
  const found = isId(id)
    ? await rulesRoom(reader).selectFrom("rule_dry_runs").selectAll().where("id", "=", id).where("rule_id", "=", ruleId).executeTakeFirst()
    : undefined
  if (!found) throw new NotFound("cases.automation.dryRun.notFound")
  return found
}

/** Stops a dry run where it is. @throws Conflict when it has ended */
export async function stopDryRun(actor: Actor, tx: Tx, ruleId: string, id: string): Promise<DryRunRow> {
  requireRole(actor, "lead")
  const row = await accessDryRun(actor, tx, ruleId, id)
  if (row.finished_at || row.stopped_at) throw new Conflict("cases.automation.dryRun.ended")
  return rulesRoom(tx)
    .updateTable("rule_dry_runs")
    .set({ stopped_at: tx.now })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Looks at one batch of cases after the other, the latest first. Begun again after a crash, it goes on where it was. */
export async function dryRun(db: Database, dryRunId: string): Promise<void> {
  while (await db.transact((tx) => oneBatch(tx, dryRunId)));
}

async function oneBatch(tx: Tx, dryRunId: string): Promise<boolean> {
  const run = await rulesRoom(tx).selectFrom("rule_dry_runs").selectAll().where("id", "=", dryRunId).forUpdate().executeTakeFirst()
  const rule = run && (await rulesRoom(tx).selectFrom("automation_rules").selectAll().where("id", "=", run.rule_id).executeTakeFirst())
  if (!run || !rule || run.finished_at || run.stopped_at) return false
  const rows = await batchOf(tx, rule, run)
  const matches = await lookAt(tx, rule, rows)
  const ended = rows.length < Math.min(TOGETHER, run.most - run.looked) || run.looked + rows.length >= run.most
  await rulesRoom(tx)
    .updateTable("rule_dry_runs")
    .set({
      looked: run.looked + rows.length,
      matched: run.matched + matches.length,
      matches: JSON.stringify([...run.matches, ...matches].slice(0, SHOWN)),
      finished_at: ended ? tx.now : null,
    })
    .where("id", "=", run.id)
    .execute()
  return !ended
}

/** What a rule would do to each of these cases, as they stand today. */
async function lookAt(tx: Tx, rule: RuleRow, rows: readonly CaseRow[]): Promise<DryMatch[]> {
  const which = rule.trigger.on === "message" && !rule.trigger.first ? "last" : "first"
  const sights = await sightsOf(tx, rows, { which, at: ({ created_at }) => created_at })
  const matches: DryMatch[] = []
  for (const sight of sights) {
    const { held, reasons } = judge(rule.conditions, sight)
    if (!held) continue
    const would = []
    for (const action of rule.actions) would.push(await wouldAct(tx, { sight }, action))
    matches.push({ caseId: sight.row.id, reasons, would })
  }
  return matches
}

async function batchOf(tx: Tx, rule: RuleRow, run: DryRunRow): Promise<CaseRow[]> {
  const limit = Math.min(TOGETHER, run.most - run.looked)
  const found = await sql<CaseRow>`
    select c.* from cases c where ${among(rule, run.days, run.started_at)} order by c.created_at desc, c.id desc limit ${limit} offset ${run.looked}`.execute(
    tx.sql,
  )
  return found.rows
}

async function countCases(tx: Tx, rule: RuleRow, days: number): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from cases c where ${among(rule, days, tx.now)}`.execute(tx.sql)
  return found.rows[0]!.count
}

/** The cases of the last days for which the rule's moment came. */
function among({ trigger, inbox_ids }: RuleRow, days: number, now: Date): RawBuilder<boolean> {
  const since = new Date(now.getTime() - days * DAY)
  const lies = inbox_ids ? sql`and c.inbox_ids && ${inbox_ids}::uuid[]` : sql``
  return sql`c.merged_into is null and c.created_at > ${since} and c.created_at <= ${now} ${lies} and ${came(trigger, now)}`
}

function came(trigger: Trigger, now: Date): RawBuilder<boolean> {
  switch (trigger.on) {
    case "message":
    case "opened":
      return sql`true`
    case "status":
      return sql`exists (select from status_changes s where s.case_id = c.id and s.from_status is not null and (${trigger.to}::text is null or s.category = ${trigger.to}))`
    case "assigned":
      return sql`exists (select from assignments a where a.case_id = c.id)`
    case "tag":
      return sql`${trigger.tag.trim().toLowerCase()} = any(c.tags)`
    case "silence":
      return sql`exists (select from silences s where s.case_id = c.id and coalesce(s.ended_at, ${now}) - s.began_at >= make_interval(secs => ${(trigger.hours * HOUR) / 1000}))`
    case "deadline":
      return sql`coalesce(c.first_answer_due, c.next_answer_due, c.resolution_due) is not null`
    case "promise-due":
      return sql`exists (select from promises p where p.case_id = c.id)`
    case "promise-broken":
      return sql`exists (select from promises p where p.case_id = c.id and p.broken_at is not null)`
    case "snooze-over":
      return sql`exists (select from status_changes s where s.case_id = c.id and s.category = 'snoozed')`
    case "fact":
      return sql`c.contact_id is not null`
  }
}
