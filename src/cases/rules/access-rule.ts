import { type Actor, coversInboxes } from "#people"
import { isId, NotFound, type Reader, type Tx } from "#platform"
import { type RuleRow, rulesRoom } from "./tables.ts"

/** A rule acts on what lies in its inboxes: only whoever sees all of these may look at it. */
function sees(actor: Actor, { inbox_ids }: RuleRow): boolean {
  return coversInboxes(actor, inbox_ids ?? "every")
}

/** @throws NotFound */
export async function accessRule(actor: Actor, reader: Reader, id: string): Promise<RuleRow> {
  return allowed(actor, await find(reader, id, false))
}

/** The same for somebody who is about to change it: held until the transaction ends. @throws NotFound */
export async function holdRule(actor: Actor, tx: Tx, id: string): Promise<RuleRow> {
  return allowed(actor, await find(tx, id, true))
}

/** Rules in their order; of inboxes that the actor doesn't see all, none. */
export async function listRules(actor: Actor, reader: Reader): Promise<RuleRow[]> {
  const rows = await rulesRoom(reader).selectFrom("automation_rules").selectAll().orderBy("position").orderBy("id").execute()
  return rows.filter((row) => sees(actor, row))
}

function allowed(actor: Actor, found: RuleRow | undefined): RuleRow {
  if (!found || !sees(actor, found)) throw new NotFound("cases.automation.notFound")
  return found
}

async function find(reader: Reader, id: string, hold: boolean): Promise<RuleRow | undefined> {
  if (!isId(id)) return undefined
  const one = rulesRoom(reader).selectFrom("automation_rules").selectAll().where("id", "=", id)
  return (hold ? one.forUpdate() : one).executeTakeFirst()
}
