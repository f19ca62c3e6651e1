import { sql, type Selectable } from "kysely"
import { nextAllowedMoment, wishesOf } from "#contacts"
import { MINUTE, type Tx } from "#platform"
import { systemActor } from "#people"
import type { Outcome } from "./channel.ts"
import { room, type OutboxState, type OutboxTable } from "./tables.ts"

export type OutboxRow = Selectable<OutboxTable>

const ACTOR = systemActor("outbox")
/** Longer than any attempt may take: the sender gives up first. */
const LEASE = 10 * MINUTE
/** Pauses after a passing failure; after the last, Vigie gives up and says so. Two days in all, as mail servers do. */
const PAUSES = [1, 5, 15, 60, 120, 240, 480, 960, 960].map((minutes) => minutes * MINUTE)

/**
 * Takes what is due, marks it as being sent, and commits before any socket opens: what happens after that is never forgotten. What has
 * come out of the customer's hours meanwhile (a retry, a relay that was away) waits for them again.
 */
export async function claimDue(tx: Tx, worker: string, limit: number): Promise<OutboxRow[]> {
  const due = await sql<OutboxRow>`
    select * from outbox where state in ('ready', 'retry') and due_at <= ${tx.now}
    order by due_at limit ${limit} for update skip locked`.execute(tx.sql)
  const leaving: string[] = []
  for (const row of due.rows) if (!(await waitForHours(tx, row))) leaving.push(row.id)
  const until = new Date(tx.now.getTime() + LEASE)
  const claimed = await sql<OutboxRow>`
    update outbox set state = 'sending', lease = lease + 1, attempts = attempts + 1, leased_by = ${worker}, leased_until = ${until}
    where id = any(${leaving}::uuid[]) returning *`.execute(tx.sql)
  for (const row of claimed.rows) {
    await room(tx)
      .insertInto("outbox_attempts")
      .values({ outbox_id: row.id, number: row.lease, began_at: tx.now, ended_at: null, outcome: null, answer: null })
      .execute()
  }
  return claimed.rows
}

/** Whether it had to wait for the customer's hours again. */
async function waitForHours(tx: Tx, row: OutboxRow): Promise<boolean> {
  if (row.regardless || row.automatic) return false
  const { contact_id } = await room(tx)
    .selectFrom("messages")
    .select("contact_id")
    .where("id", "=", row.message_id)
    .executeTakeFirstOrThrow()
  const wishes = contact_id ? await wishesOf(tx, contact_id) : null
  const allowed = wishes ? nextAllowedMoment(wishes, tx.now, row.hours_zone) : tx.now
  if (allowed <= tx.now) return false
  await room(tx).updateTable("outbox").set({ due_at: allowed, why_later: "hours" }).where("id", "=", row.id).execute()
  return true
}

/** Writes down what became of an attempt. A worker whose lease was taken over writes nothing (fencing). */
export async function settle(tx: Tx, row: OutboxRow, outcome: Outcome): Promise<void> {
  const next = nextState(row, outcome, tx.now)
  const done = await room(tx)
    .updateTable("outbox")
    .set({ ...next, relay_answer: outcome.answer || null, leased_by: null, leased_until: null })
    .where("id", "=", row.id)
    .where("lease", "=", row.lease)
    .where("state", "=", "sending")
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return
  await sql`update outbox_attempts set ended_at = ${tx.now}, outcome = ${outcome.kind}, answer = ${outcome.answer}
    where outbox_id = ${row.id} and number = ${row.lease}`.execute(tx.sql)
  if (next.state === "sent") await sql`update messages set sent_at = ${tx.now} where id = ${row.message_id}`.execute(tx.sql)
  await tellState(tx, row, next.state, next.reason)
}

function nextState(
  row: OutboxRow,
  outcome: Outcome,
  now: Date,
): Pick<OutboxRow, "state" | "reason" | "due_at" | "why_later" | "finished_at"> {
  const kept = { due_at: row.due_at, why_later: row.why_later, finished_at: now }
  if (outcome.kind === "sent") return { ...kept, state: "sent", reason: null }
  if (outcome.kind === "refused") return { ...kept, state: "failed", reason: "refused" }
  if (outcome.kind === "uncertain") return { ...kept, state: "uncertain", reason: "connection-lost" }
  const pause = PAUSES[row.attempts - 1]
  if (pause === undefined) return { ...kept, state: "failed", reason: "gave-up" }
  return { state: "retry", reason: outcome.kind, due_at: new Date(now.getTime() + pause), why_later: "retry", finished_at: null }
}

/**
 * What a dead worker held is *uncertain*: it may have left. At a worker's start what it held before; at any time what was held too long.
 */
export async function findUncertain(tx: Tx, worker: string | null): Promise<number> {
  const found = await sql<OutboxRow>`
    update outbox set state = 'uncertain', reason = 'interrupted', leased_by = null, leased_until = null, finished_at = ${tx.now}
    where state = 'sending' and (leased_by = ${worker} or leased_until < ${tx.now}) returning *`.execute(tx.sql)
  for (const row of found.rows) await tellState(tx, row, "uncertain", "interrupted")
  return found.rows.length
}

/** What was held for want of a relay is ready once there is one, unless the customer has written before its chosen time. */
export async function releaseHeld(tx: Tx, reason: string): Promise<void> {
  const found = await sql<OutboxRow>`
    update outbox set state = case when ask_again then 'held' else 'ready' end, reason = case when ask_again then 'customer-wrote' end
    where state = 'held' and reason = ${reason} returning *`.execute(tx.sql)
  for (const row of found.rows) await tellState(tx, row, row.state, row.reason)
}

/** The next moment at which something is due; null when nothing waits. */
export async function nextDue(tx: Pick<Tx, "sql">): Promise<Date | null> {
  const found = await sql<{ due: Date | null }>`select min(due_at) as due from outbox where state in ('ready', 'retry')`.execute(tx.sql)
  return found.rows[0]?.due ?? null
}

export async function tellState(
  tx: Tx,
  row: Pick<OutboxRow, "message_id">,
  state: OutboxState | "taken-up" | "settled",
  reason: string | null,
  actor: string = ACTOR.ref,
  more: Readonly<Record<string, boolean>> = {},
): Promise<void> {
  const place = await sql<{ conversation_id: string; inbox_ids: string[]; contact_id: string | null }>`
    select m.conversation_id, c.inbox_ids, m.contact_id from messages m join conversations c on c.id = m.conversation_id where m.id = ${row.message_id}`.execute(
    tx.sql,
  )
  const { conversation_id, inbox_ids, contact_id } = place.rows[0]!
  await tx.record({
    kind: `message.${state}`,
    actor,
    about: { message: row.message_id, conversation: conversation_id, ...(contact_id ? { contact: contact_id } : {}) },
    audience: { inboxes: inbox_ids },
    data: { reason, ...more },
  })
}
