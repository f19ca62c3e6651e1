import { sql } from "kysely"
import { type Actor, requireRole } from "#people"
import { Conflict, newId, type Tx } from "#platform"
import { accessMessage, type Message } from "./access.ts"
import { tellDraft } from "./tell-draft.ts"
import { firstVersion } from "./drafts.ts"
import { type OutboxRow, tellState } from "./outbox.ts"
import { room, type DraftBody, type OutboxState } from "./tables.ts"
import { leavingTime } from "./when.ts"

/** Why an answer that stays in its case, marked as not sent, won't leave: somebody gave it up. */
export const GIVEN_UP = "discarded"

/**
 * Takes an answer back while it waits, or once it couldn't leave or was given up. Gives what was written, for the composer.
 * @throws Conflict once it is leaving, or was taken back.
 */
export async function undoSending(actor: Actor, tx: Tx, messageId: string): Promise<DraftBody> {
  const { message, row } = await hold(actor, tx, messageId, ["ready", "held", "retry", "failed", "cancelled"])
  if (row.state === "cancelled") await takeUp(actor, tx, row)
  else await change(actor, tx, row, { state: "cancelled", reason: null })
  const attachmentIds = await asUploads(actor, tx, messageId)
  const answering = await answeredBy(tx, message)
  const body: DraftBody = {
    text: message.text,
    to: message.to_list,
    cc: message.cc_list,
    quote: message.quoted !== "",
    attachmentIds,
    ...(answering ? { answering } : {}),
    ...(message.with_help ? { withHelp: true } : {}),
  }
  if (actor.kind === "agent") await restoreDraft(tx, actor.id, message.conversation_id, body)
  return body
}

/** What was given up has been taken back by the case already: only its words are wanted again. */
async function takeUp(actor: Actor, tx: Tx, row: OutboxRow): Promise<void> {
  if (row.reason !== GIVEN_UP) throw new Conflict("conversations.outbox.state", { state: row.state })
  await room(tx).updateTable("outbox").set({ reason: null }).where("id", "=", row.id).execute()
  await tellState(tx, row, "taken-up", null, actor.ref)
}

async function answeredBy(tx: Tx, { conversation_id, in_reply_to }: Message): Promise<string | null> {
  if (!in_reply_to) return null
  const found = await room(tx)
    .selectFrom("messages")
    .select("id")
    .where("conversation_id", "=", conversation_id)
    .where("message_id", "=", in_reply_to)
    .executeTakeFirst()
  return found?.id ?? null
}

/** The message's files as the actor's uploads again, so that the restored draft can be sent with them. */
async function asUploads(actor: Actor, tx: Tx, messageId: string): Promise<string[]> {
  const tables = room(tx)
  const files = await tables.selectFrom("attachments").selectAll().where("message_id", "=", messageId).orderBy("position").execute()
  const ids: string[] = []
  for (const { name, type, size, sha256 } of files) {
    const id = newId(tx.now)
    await tables.insertInto("uploads").values({ id, owner: actor.ref, name, type, size, sha256, created_at: tx.now }).execute()
    ids.push(id)
  }
  return ids
}

/** What was taken back becomes the draft again, unless the agent has begun another meanwhile. */
async function restoreDraft(tx: Tx, agentId: string, conversationId: string, body: DraftBody): Promise<void> {
  const made = await room(tx)
    .insertInto("drafts")
    .values({
      agent_id: agentId,
      conversation_id: conversationId,
      kind: "reply",
      body: JSON.stringify(body),
      version: firstVersion(tx.now),
      updated_at: tx.now,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows) await tellDraft(tx, agentId, conversationId, "reply", "opened")
}

/**
 * Gives up an answer that failed or is held: it stays in the case, marked as not sent, and can be taken back. One whose fate isn't known
 * may have arrived: it stays what it is, and waits for nobody any more.
 */
export async function discardSending(actor: Actor, tx: Tx, messageId: string): Promise<void> {
  const { row } = await hold(actor, tx, messageId, ["failed", "held", "retry", "uncertain"])
  if (row.state === "uncertain") return leaveUncertain(actor, tx, row)
  await change(actor, tx, row, { state: "cancelled", reason: GIVEN_UP })
}

async function leaveUncertain(actor: Actor, tx: Tx, row: OutboxRow): Promise<void> {
  if (row.reason === GIVEN_UP) throw new Conflict("conversations.outbox.state", { state: row.state })
  await room(tx).updateTable("outbox").set({ reason: GIVEN_UP }).where("id", "=", row.id).execute()
  await tellState(tx, row, "settled", row.reason, actor.ref)
}

/** Tries again now. For an uncertain one this is a person's decision: it may arrive twice, with the same Message-ID. */
export async function retrySending(actor: Actor, tx: Tx, messageId: string): Promise<void> {
  const { row } = await hold(actor, tx, messageId, ["failed", "uncertain", "retry"])
  const now = { due_at: tx.now, why_later: "undo", chosen: false } as const
  await change(actor, tx, row, { state: "ready", reason: null, attempts: 0, finished_at: null, ...now })
}

/** Leaves now instead of later. That it didn't wait for the customer's hours stays written. */
export async function sendNow(actor: Actor, tx: Tx, messageId: string): Promise<void> {
  const { message, row } = await hold(actor, tx, messageId, ["ready", "held", "retry"])
  if (row.reason === "no-relay") throw new Conflict("conversations.outbox.noRelay")
  const timeZone = actor.kind === "system" ? "UTC" : actor.timeZone
  const { regardless } = await leavingTime(tx, message.contact_id, { undoSeconds: 0, regardlessOfHours: true, timeZone })
  const now = { due_at: tx.now, why_later: "undo", chosen: false, regardless: true } as const
  await change(actor, tx, row, { state: "ready", reason: null, ask_again: false, ...now }, { regardless })
}

/** Keeps the chosen time although the customer has written since. */
export async function keepTime(actor: Actor, tx: Tx, messageId: string): Promise<void> {
  const { row } = await hold(actor, tx, messageId, ["held"])
  if (!row.ask_again) throw new Conflict("conversations.outbox.notAsked")
  const elseHeld = row.reason !== null && row.reason !== "customer-wrote"
  const to = elseHeld ? ({ state: "held", reason: row.reason } as const) : ({ state: "ready", reason: null } as const)
  await change(actor, tx, row, { ...to, ask_again: false })
}

async function hold(
  actor: Actor,
  tx: Tx,
  messageId: string,
  states: readonly OutboxState[],
): Promise<{ message: Message; row: OutboxRow }> {
  requireRole(actor, "agent")
  const message = await accessMessage(actor, tx, messageId)
  const found = await sql<OutboxRow>`select * from outbox where message_id = ${messageId} for update`.execute(tx.sql)
  const row = found.rows[0]
  if (!row || !states.includes(row.state)) throw new Conflict("conversations.outbox.state", { state: row?.state ?? "received" })
  return { message, row }
}

type Change = Partial<OutboxRow> & { state: OutboxState }

async function change(actor: Actor, tx: Tx, row: OutboxRow, to: Change, more: Readonly<Record<string, boolean>> = {}): Promise<void> {
  await room(tx).updateTable("outbox").set(to).where("id", "=", row.id).execute()
  await tellState(tx, row, to.state, to.reason ?? null, actor.ref, more)
}
