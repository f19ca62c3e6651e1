import { z } from "@hono/zod-openapi"
import { type Actor, seesInbox } from "#people"
import type { Reader } from "#platform"
import { doers } from "../names.ts"
import { room } from "../tables.ts"
import { actionSchema, conditionsSchema, triggerSchema } from "./rule.types.ts"
import { type DryRunRow, type RuleRow, rulesRoom, type RunRow } from "./tables.ts"

const moment = z.iso.datetime()
const name = z.string().trim().min(1).max(100)
const inboxIds = z.array(z.uuid()).max(500).nullable()
const actions = z.array(actionSchema).max(20)

const parts = { name, trigger: triggerSchema, conditions: conditionsSchema, actions, stop: z.boolean(), inboxIds }
export const newRule = z.strictObject({ ...parts, stop: z.boolean().default(false), inboxIds: inboxIds.default(null) })
export const ruleChange = z.strictObject(parts).partial()
export const rulesOrder = z.strictObject({ ids: z.array(z.string().max(100)).max(500) })
export const dryRunAsked = z.strictObject({
  days: z.number().int().min(1).max(365).default(30),
  most: z.number().int().min(1).max(1000).default(1000),
})

export const RuleView = z
  .object({
    id: z.string(),
    ...parts,
    position: z.number().int(),
    version: z.number().int(),
    enabledAt: moment.nullable(),
    tried: z.boolean().openapi({ description: "Somebody has seen what it would have done, as it is now" }),
    failedAt: moment.nullable().openapi({ description: "A run broke off, and nobody has changed the rule since" }),
    runs: z.number().int().openapi({ description: "How often it matched" }),
    ranAt: moment.nullable(),
    updatedAt: moment,
  })
  .openapi("AutomationRule")

const reason = z.object({ condition: z.looseObject({ field: z.string(), is: z.string() }), held: z.boolean(), found: z.array(z.string()) })
const deed = z.object({ action: actionSchema, did: z.boolean(), why: z.string().nullable(), said: z.string().nullable() })
const caseOf = z.object({ id: z.string(), number: z.number().int(), subject: z.string() })

export const RunView = z
  .object({
    id: z.string(),
    at: moment,
    case: caseOf,
    outcome: z.enum(["done", "failed", "held"]),
    problem: z.string().nullable(),
    reasons: z.array(reason),
    done: z.array(deed),
    undone: z.object({ at: moment, by: z.string().nullable() }).nullable(),
  })
  .openapi("RuleRun")

export const DryRunView = z
  .object({
    id: z.string(),
    days: z.number().int(),
    total: z.number().int(),
    looked: z.number().int(),
    matched: z.number().int(),
    startedAt: moment,
    finishedAt: moment.nullable(),
    stoppedAt: moment.nullable(),
    matches: z.array(z.object({ case: caseOf, reasons: z.array(reason), would: z.array(deed) })),
  })
  .openapi("RuleDryRun")

/** Rules as they leave the room, in the order given. */
export async function presentRules(reader: Reader, rows: readonly RuleRow[]): Promise<z.infer<typeof RuleView>[]> {
  const ids = rows.map(({ id }) => id)
  const [tried, runs] = await Promise.all([triedVersions(reader, ids), runCounts(reader, ids)])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    trigger: row.trigger,
    conditions: row.conditions,
    actions: row.actions,
    stop: row.stop,
    inboxIds: row.inbox_ids,
    position: row.position,
    version: row.version,
    enabledAt: row.enabled_at?.toISOString() ?? null,
    tried: tried.has(`${row.id} ${row.version}`),
    failedAt: row.failed_at?.toISOString() ?? null,
    runs: runs.get(row.id)?.count ?? 0,
    ranAt: runs.get(row.id)?.at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
  }))
}

async function triedVersions(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await rulesRoom(reader)
    .selectFrom("rule_dry_runs")
    .select(["rule_id", "version"])
    .where("rule_id", "in", [...ids])
    .where("finished_at", "is not", null)
    .execute()
  return new Set(rows.map(({ rule_id, version }) => `${rule_id} ${version}`))
}

async function runCounts(reader: Reader, ids: readonly string[]): Promise<Map<string, { count: number; at: Date | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await rulesRoom(reader)
    .selectFrom("rule_runs")
    .select(({ fn }) => ["rule_id", fn.countAll<number>().as("count"), fn.max("at").as("at")])
    .where("rule_id", "in", [...ids])
    .where("outcome", "=", "done")
    .groupBy("rule_id")
    .execute()
  return new Map(rows.map(({ rule_id, count, at }) => [rule_id, { count, at }]))
}

/** Runs, of cases that the actor sees. */
export async function presentRuns(actor: Actor, reader: Reader, rows: readonly RunRow[]): Promise<z.infer<typeof RunView>[]> {
  const cases = await casesSeen(
    actor,
    reader,
    rows.map(({ case_id }) => case_id),
  )
  const doer = await doers(
    reader,
    rows.flatMap(({ undone_by }) => undone_by ?? []),
  )
  return rows.flatMap((row) => {
    const of = cases.get(row.case_id)
    if (!of) return []
    const undone = row.undone_at && row.undone_by ? { at: row.undone_at.toISOString(), by: doer(row.undone_by).name } : null
    const { id, outcome, problem, reasons } = row
    return [{ id, at: row.at.toISOString(), case: of, outcome, problem, reasons, done: row.done.map(presentDeed), undone }]
  })
}

export async function presentDryRun(actor: Actor, reader: Reader, row: DryRunRow): Promise<z.infer<typeof DryRunView>> {
  const cases = await casesSeen(
    actor,
    reader,
    row.matches.map(({ caseId }) => caseId),
  )
  return {
    id: row.id,
    days: row.days,
    total: row.total,
    looked: row.looked,
    matched: row.matched,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    matches: row.matches.flatMap(({ caseId, reasons, would }) => {
      const of = cases.get(caseId)
      return of ? [{ case: of, reasons, would: would.map(presentDeed) }] : []
    }),
  }
}

function presentDeed({ action, did, why, said }: RunRow["done"][number]): z.infer<typeof deed> {
  return { action, did, why: why ?? null, said: said ?? null }
}

async function casesSeen(actor: Actor, reader: Reader, ids: readonly string[]): Promise<Map<string, z.infer<typeof caseOf>>> {
  if (ids.length === 0) return new Map()
  const rows = await room(reader)
    .selectFrom("cases")
    .select(["id", "number", "subject", "inbox_ids"])
    .where("id", "in", [...new Set(ids)])
    .execute()
  return new Map(rows.filter((row) => seesInbox(actor, row.inbox_ids)).map(({ id, number, subject }) => [id, { id, number, subject }]))
}
