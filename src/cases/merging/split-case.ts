import { accessConversation, conversationForCase, idsFrom, splitConversation } from "#conversations"
import { type Actor, seesInbox } from "#people"
import { Conflict, Invalid, isId, newId, type Tx } from "#platform"
import { accessCase, holdCase } from "../access-case.ts"
import { standardStatus } from "../change-status.ts"
import { holdRules } from "../deadlines/find-rule.ts"
import { recordOf } from "../record.ts"
import { refreshCase } from "../refresh-case.ts"
import { refileMessages } from "../search/refile.ts"
import { type CaseRow, room } from "../tables.ts"
import { endedLast, remember } from "./before-split.ts"
import { moveConversation, moveMarks } from "./move-conversation.ts"
import { type ReadBack, readConversation, writeReadBack } from "./read-back.ts"

export interface Split {
  splitId: string
  made: CaseRow
}

/**
 * Makes a case of its own of one conversation of a case, or of a conversation from one of its messages on. Owner, team and priority are as
 * they were; whoever waits there goes on waiting there.
 * @throws Conflict when nothing would be left; Invalid when conversation or message isn't part of the case
 */
export async function splitCase(
  actor: Actor,
  tx: Tx,
  caseId: string,
  what: { conversationId: string; fromMessageId?: string | undefined },
): Promise<Split> {
  const { id } = await accessCase(actor, tx, caseId)
  const conversation = isId(what.conversationId) ? await conversationForCase(tx, what.conversationId, true) : null
  const row = await holdCase(actor, tx, id)
  if (conversation?.caseId !== row.id || !seesInbox(actor, conversation.inboxIds))
    throw new Invalid("request.invalid", {}, [{ path: "conversationId", key: "cases.split.elsewhere" }])
  await holdRules(tx)
  const cut = what.fromMessageId === undefined ? null : await cutConversation(actor, tx, conversation.id, what.fromMessageId)
  if (!cut && !(await hasOthers(tx, row.id, conversation.id))) throw new Conflict("cases.split.onlyOne")
  const movedId = cut?.conversationId ?? conversation.id
  const read = await readConversation(tx, movedId)
  const made = await insertCase(tx, row, conversation.subject || row.subject, read)
  const before = await remember(tx, conversation.id)
  if (cut) {
    const ended = endedLast(before)
    await writeReadBack(tx, conversation.id, row.id, conversation.inboxIds, await readConversation(tx, conversation.id), ended)
    await moveConversation(tx, movedId, made.id)
    await writeReadBack(tx, movedId, made.id, conversation.inboxIds, read, ended)
    await refileMessages(tx, cut.messageIds, movedId)
  } else await moveConversation(tx, movedId, made.id)
  await moveMarks(tx, cut?.messageIds ?? read.ids, made.id)
  const splitId = newId(tx.now)
  await room(tx)
    .insertInto("case_splits")
    .values({
      id: splitId,
      from_id: row.id,
      new_id: made.id,
      conversation_id: movedId,
      moved_messages: cut?.messageIds ?? null,
      from_conversation: cut ? conversation.id : null,
      before: JSON.stringify(before),
      by_actor: actor.ref,
      at: tx.now,
      undone_by: null,
      undone_at: null,
    })
    .execute()
  await writeBeginnings(actor, tx, made)
  await refreshCase(tx, row.id)
  const fresh = await refreshCase(tx, made.id)
  await recordOf(tx, actor.ref, "case.split", row, { split: splitId, made: made.id, messages: cut !== null }, { conversation: movedId })
  return { splitId, made: fresh }
}

/** @throws Invalid when the message isn't in the conversation, or is its first */
async function cutConversation(
  actor: Actor,
  tx: Tx,
  conversationId: string,
  fromMessageId: string,
): Promise<{ conversationId: string; messageIds: string[] }> {
  const messageIds = isId(fromMessageId) ? await idsFrom(tx, conversationId, fromMessageId) : []
  if (messageIds.length === 0) throw new Invalid("request.invalid", {}, [{ path: "fromMessageId", key: "cases.split.elsewhere" }])
  const whole = await readConversation(tx, conversationId)
  if (whole.ids.every((id) => messageIds.includes(id)))
    throw new Invalid("request.invalid", {}, [{ path: "fromMessageId", key: "cases.split.first" }])
  const from = await accessConversation(actor, tx, conversationId)
  return { conversationId: await splitConversation(tx, from, messageIds, from.subject), messageIds }
}

async function hasOthers(tx: Tx, caseId: string, conversationId: string): Promise<boolean> {
  const other = await room(tx)
    .selectFrom("case_conversations")
    .select("conversation_id")
    .where("case_id", "=", caseId)
    .where("conversation_id", "!=", conversationId)
    .executeTakeFirst()
  return other !== undefined
}

async function insertCase(tx: Tx, from: CaseRow, subject: string, read: ReadBack): Promise<CaseRow> {
  const status = await standardStatus(tx, "open")
  return room(tx)
    .insertInto("cases")
    .values({
      id: newId(tx.now),
      subject,
      status_id: status.id,
      category: status.category,
      owner_id: from.owner_id,
      team_id: from.team_id,
      priority: from.priority,
      contact_id: read.contactId ?? from.contact_id,
      inbox_ids: from.inbox_ids,
      waiting_since: null,
      last_at: read.known?.last_at ?? tx.now,
      contradiction: null,
      first_answered_at: null,
      first_answer_due: null,
      next_answer_due: null,
      resolution_due: null,
      next_due: null,
      paused_since: null,
      merged_into: null,
      created_at: read.firstAt ?? tx.now,
      resolved_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function writeBeginnings(actor: Actor, tx: Tx, made: CaseRow): Promise<void> {
  const { id, owner_id, team_id, status_id, category } = made
  const common = { case_id: id, by_actor: actor.ref, at: tx.now }
  await room(tx)
    .insertInto("status_changes")
    .values({ ...common, id: newId(tx.now), from_status: null, to_status: status_id, category, message_id: null })
    .execute()
  if (owner_id || team_id)
    await room(tx)
      .insertInto("assignments")
      .values({ ...common, id: newId(tx.now), owner_id, team_id })
      .execute()
}
