import { type Actor, requireRole } from "#people"
import { Conflict, newId, type Tx } from "#platform"
import { holdRule, listRules } from "./access-rule.ts"
import { checkRule } from "./check-rule.ts"
import type { Conditions, RuleAction, Trigger } from "./rule.types.ts"
import { type RuleRow, rulesRoom } from "./tables.ts"

export interface RuleParts {
  name: string
  trigger: Trigger
  conditions: Conditions
  actions: readonly RuleAction[]
  /** When it matched, later rules aren't asked. */
  stop: boolean
  /** Cases in one of these; null: every inbox. */
  inboxIds: readonly string[] | null
}

/** Adds a rule, last in order and switched off: it is tried on past cases first. */
export async function addRule(actor: Actor, tx: Tx, parts: RuleParts): Promise<RuleRow> {
  requireRole(actor, "lead")
  await checkRule(actor, tx, parts)
  const { last } = await rulesRoom(tx)
    .selectFrom("automation_rules")
    .select(({ fn }) => fn.max("position").as("last"))
    .executeTakeFirstOrThrow()
  const row = await rulesRoom(tx)
    .insertInto("automation_rules")
    .values({
      id: newId(tx.now),
      ...columns(parts),
      position: (last ?? 0) + 1,
      version: 1,
      enabled_at: null,
      enabled_by: null,
      created_by: actor.ref,
      created_at: tx.now,
      updated_by: actor.ref,
      updated_at: tx.now,
      failed_at: null,
      clock_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await told(actor, tx, "rule.added", row)
  return row
}

/** Changes a rule. When it would do something else than before, it is switched off until it was tried again. */
export async function changeRule(actor: Actor, tx: Tx, id: string, change: Partial<RuleParts>): Promise<RuleRow> {
  requireRole(actor, "lead")
  const before = await holdRule(actor, tx, id)
  const { name, trigger, conditions, actions, stop, inbox_ids: inboxIds } = before
  const was = { name, trigger, conditions, actions, stop, inboxIds }
  const parts = { ...was, ...change }
  await checkRule(actor, tx, parts)
  const same = JSON.stringify({ ...parts, name: "", stop: false }) === JSON.stringify({ ...was, name: "", stop: false })
  const row = await rulesRoom(tx)
    .updateTable("automation_rules")
    .set({
      ...columns(parts),
      updated_by: actor.ref,
      updated_at: tx.now,
      ...(same ? {} : { version: before.version + 1, enabled_at: null, enabled_by: null, failed_at: null }),
    })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await told(actor, tx, "rule.changed", row)
  return row
}

export async function removeRule(actor: Actor, tx: Tx, id: string): Promise<void> {
  requireRole(actor, "lead")
  const row = await holdRule(actor, tx, id)
  await rulesRoom(tx).deleteFrom("automation_rules").where("id", "=", id).execute()
  await told(actor, tx, "rule.removed", row)
}

/** Switches a rule on, for what happens from now on. @throws Conflict when nobody has seen what it would have done as it is now */
export async function enableRule(actor: Actor, tx: Tx, id: string): Promise<RuleRow> {
  requireRole(actor, "lead")
  const { version } = await holdRule(actor, tx, id)
  const tried = await rulesRoom(tx)
    .selectFrom("rule_dry_runs")
    .select("id")
    .where("rule_id", "=", id)
    .where("version", "=", version)
    .where("finished_at", "is not", null)
    .limit(1)
    .executeTakeFirst()
  if (!tried) throw new Conflict("cases.automation.untried")
  const on = { enabled_at: tx.now, enabled_by: actor.ref, clock_at: tx.now, failed_at: null }
  const row = await rulesRoom(tx).updateTable("automation_rules").set(on).where("id", "=", id).returningAll().executeTakeFirstOrThrow()
  await told(actor, tx, "rule.switched-on", row)
  return row
}

export async function disableRule(actor: Actor, tx: Tx, id: string): Promise<RuleRow> {
  requireRole(actor, "lead")
  await holdRule(actor, tx, id)
  const off = { enabled_at: null, enabled_by: null }
  const row = await rulesRoom(tx).updateTable("automation_rules").set(off).where("id", "=", id).returningAll().executeTakeFirstOrThrow()
  await told(actor, tx, "rule.switched-off", row)
  return row
}

/** Puts the rules that the actor sees into this order, in the places that they hold among all. Those not named come after. */
export async function orderRules(actor: Actor, tx: Tx, ids: readonly string[]): Promise<void> {
  requireRole(actor, "lead")
  const rows = await listRules(actor, tx)
  const named = ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  const ordered = [...new Set([...named, ...rows])]
  const places = rows.map(({ position }) => position).toSorted((a, b) => a - b)
  for (const [i, row] of ordered.entries()) {
    await rulesRoom(tx).updateTable("automation_rules").set({ position: places[i]! }).where("id", "=", row.id).execute()
  }
  await tx.record({ kind: "rule.ordered", actor: actor.ref, about: {}, audience: "all", data: { rules: ordered.map(({ id }) => id) } })
}

function columns({ name, trigger, conditions, actions, stop, inboxIds }: RuleParts) {
  return {
    name: name.trim(),
    trigger: JSON.stringify(trigger),
    conditions: JSON.stringify(conditions),
    actions: JSON.stringify(actions),
    stop,
    inbox_ids: inboxIds ? [...inboxIds] : null,
  }
}

function told(actor: Actor, tx: Tx, kind: `rule.${string}`, { id, version, inbox_ids }: RuleRow): Promise<void> {
  const audience = inbox_ids ? { inboxes: inbox_ids } : ("all" as const)
  return tx.record({ kind, actor: actor.ref, about: {}, audience, data: { rule: id, version } })
}
