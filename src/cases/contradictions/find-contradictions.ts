import { sql } from "kysely"
import { mergedIdsOf, type OutsideFact, outsideFactsOf } from "#contacts"
import type { MessageForCase } from "#conversations"
import { systemActor } from "#people"
import { DAY, type Fact, newId, type Tx } from "#platform"
import { standingCase } from "../access-case.ts"
import { recordOf } from "../record.ts"
import { refreshCase } from "../refresh-case.ts"
import { type CaseRow, room } from "../tables.ts"
import { claimOf } from "./claims.ts"
import { type Denial, denialsIn } from "./denials.ts"

const READER = systemActor("contradictions")
/** What was claimed longer ago than this is about something else. */
const RECENT = 60 * DAY

/** The customer's new words are held against what was told from outside before them. */
export async function findDenied(tx: Tx, row: CaseRow, message: MessageForCase): Promise<void> {
  const contactId = message.contactId ?? row.contact_id
  const codes = denialsIn(`${message.subject}\n\n${message.newText}`)
  if (!contactId || codes.length === 0) return
  const rows = codes.map((code) => ({ message_id: message.id, code, case_id: row.id, contact_id: contactId, at: message.receivedAt }))
  await room(tx)
    .insertInto("denials")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const facts = await outsideFactsOf(tx, contactId)
  for (const code of codes) {
    const fact = facts.findLast(
      (told) => claimOf(told) === code && told.occurred_at <= message.receivedAt && isRecent(told, message.receivedAt),
    )
    if (fact) await flag(tx, row, code, fact, message.id)
  }
}

/**
 * contact.fact-told and contact.merged: what is told now is held against what the customer has said: since it happened, or before and still
 * unanswered.
 */
export async function noteContactFacts(tx: Tx, { about }: Fact): Promise<void> {
  if (!about.contact) return
  const facts = (await outsideFactsOf(tx, about.contact)).filter((fact) => claimOf(fact) !== null)
  if (facts.length === 0) return
  for (const denial of await denialsOf(tx, about.contact)) {
    const claims = facts.filter((fact) => claimOf(fact) === denial.code && isRecent(fact, denial.at))
    const before = claims.findLast((fact) => fact.occurred_at <= denial.at)
    const fact = before ?? (denial.unanswered ? claims[0] : undefined)
    if (fact) await flag(tx, await standingCase(READER, tx, denial.case_id), denial.code, fact, denial.message_id)
  }
}

function isRecent(fact: OutsideFact, at: Date): boolean {
  return Math.abs(fact.occurred_at.getTime() - at.getTime()) < RECENT
}

interface Denied {
  message_id: string
  code: Denial
  case_id: string
  at: Date
  unanswered: boolean
}

/** What a contact has denied lately, and whether a human has answered since. */
async function denialsOf(tx: Tx, contactId: string): Promise<Denied[]> {
  const ids = await mergedIdsOf(tx, contactId)
  const found = await sql<Denied>`
    with recursive standing (asked, id, merged_into) as (
      select d.case_id, c.id, c.merged_into from denials d join cases c on c.id = d.case_id where d.contact_id = any(${ids}::uuid[])
      union
      select s.asked, c.id, c.merged_into from standing s join cases c on c.id = s.merged_into
    )
    select d.message_id, d.code, s.id as case_id, d.at,
           exists (select from silences q where q.case_id = s.id and q.ended_at is null and q.began_at <= d.at) as unanswered
      from denials d join standing s on s.asked = d.case_id and s.merged_into is null
     where d.contact_id = any(${ids}::uuid[]) and d.at > ${new Date(tx.now.getTime() - 2 * RECENT)}
     order by d.at, d.message_id`.execute(tx.sql)
  return found.rows
}

/** Shown, and nothing more: a person looks into it, or dismisses it. Once for a message and a fact, dismissed ones included. */
async function flag(tx: Tx, row: CaseRow, code: Denial, fact: OutsideFact, messageId: string): Promise<void> {
  const written = await room(tx)
    .insertInto("contradictions")
    .values({
      id: newId(tx.now),
      case_id: row.id,
      code,
      outside_fact_id: fact.id,
      message_id: messageId,
      found_at: tx.now,
      dismissed_by: null,
      dismissed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst()
  if (!written) return
  await refreshCase(tx, row.id)
  await recordOf(
    tx,
    READER.ref,
    "case.contradiction-found",
    row,
    { contradiction: written.id, code, outsideFact: fact.id },
    { message: messageId },
  )
}
