import { isDeepStrictEqual } from "node:util"
import { auditPage } from "#audit"
import type { Actor } from "#people"
import { Conflict, type Reader, type Tx } from "#platform"
import { holdCase } from "./access-case.ts"
import type { CaseChange } from "./change-case.ts"
import { stoodByHand } from "./deadlines/by-hand.ts"
import { doers } from "./names.ts"
import { DEADLINES, room } from "./tables.ts"

/** What somebody made of a case. Tags are added and taken off one by one: they write over nothing. */
export type Left = Omit<CaseChange, "tags">

/** Where somebody left a case. */
export interface LeftAt {
  statusId: string
  snoozedUntil: string | null
}

/**
 * Before a change is taken back: nobody may have changed the same since.
 * @throws Conflict with who has
 */
export async function expectLeft(actor: Actor, tx: Tx, caseId: string, left: Left): Promise<void> {
  const row = await holdCase(actor, tx, caseId)
  const { ownerId = row.owner_id, teamId = row.team_id, subject = row.subject, priority = row.priority } = left
  if (ownerId !== row.owner_id || teamId !== row.team_id) throw await changedSince(tx, await whoAssigned(tx, row.id))
  const changed = [
    ["subject", subject.trim() !== row.subject],
    ["priority", priority !== row.priority],
    ["fields", Object.entries(left.fields ?? {}).some(([key, value]) => !isDeepStrictEqual(value, row.fields[key] ?? null))],
    ["deadlines", DEADLINES.some((name) => !stoodByHand(row.due_by_hand[name], left.deadlines?.[name]))],
  ] as const
  for (const [what, is] of changed) if (is) throw await changedSince(tx, await whoChanged(tx, row.id, what))
}

/** The same of where a case stands. @throws Conflict with who has moved it since */
export async function expectLeftAt(actor: Actor, tx: Tx, caseId: string, { statusId, snoozedUntil }: LeftAt): Promise<void> {
  const row = await holdCase(actor, tx, caseId)
  const snooze = await room(tx).selectFrom("snoozes").select(["until", "by_actor"]).where("case_id", "=", row.id).executeTakeFirst()
  const until = snoozedUntil === null ? undefined : Date.parse(snoozedUntil)
  if (row.status_id !== statusId || snooze?.until.getTime() !== until)
    throw await changedSince(tx, snooze?.by_actor ?? (await whoMoved(tx, row.id)))
}

/** A refusal that says who has changed it; null: nobody with a name. */
export async function changedSince(reader: Reader, by: string | null): Promise<Conflict> {
  const name = by === null ? null : (await doers(reader, [by]))(by).name
  return name === null ? new Conflict("cases.changedSince") : new Conflict("cases.changedSince.by", { name })
}

async function whoAssigned(reader: Reader, caseId: string): Promise<string | null> {
  const latest = room(reader)
    .selectFrom("assignments")
    .select("by_actor")
    .where("case_id", "=", caseId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
  return (await latest.limit(1).executeTakeFirst())?.by_actor ?? null
}

async function whoMoved(reader: Reader, caseId: string): Promise<string | null> {
  const latest = room(reader).selectFrom("status_changes").select("by_actor").where("case_id", "=", caseId).orderBy("seq", "desc")
  return (await latest.limit(1).executeTakeFirst())?.by_actor ?? null
}

/** So many of a case's last changes are looked through. */
const LOOK = 10

async function whoChanged(reader: Reader, caseId: string, what: string): Promise<string | null> {
  let after: number | undefined
  for (let looked = 0; looked < LOOK; looked += 1) {
    const [fact] = await auditPage(reader, { limit: 1, kind: "case.changed", about: caseId, after })
    if (!fact) return null
    const parts = fact.data?.["what"]
    if (Array.isArray(parts) && parts.some((part) => part === what)) return fact.actor
    after = fact.seq
  }
  return null
}
