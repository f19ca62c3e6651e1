import { conversationForCase, moveMessages } from "#conversations"
import { type Actor, seesInbox } from "#people"
import { Conflict, isId, NotFound, type Tx } from "#platform"
import type { Selectable } from "kysely"
import { mayChange } from "../access-case.ts"
import { recordOf } from "../record.ts"
import { refreshCase } from "../refresh-case.ts"
import { refileMessages } from "../search/refile.ts"
import { type CaseRow, type CaseSplitsTable, room } from "../tables.ts"
import { recall } from "./before-split.ts"
import { moveConversation } from "./move-conversation.ts"
import { type Known, readConversation, writeReadBack } from "./read-back.ts"

/**
 * Takes a split back: the conversation is whole and where it was, the case that was made leads to the one it came from. What happened
 * in it since is shown there.
 * @throws Conflict when it was undone already, or one of the two has been merged since
 */
export async function undoSplit(actor: Actor, tx: Tx, splitId: string): Promise<CaseRow> {
  const split = isId(splitId)
    ? await room(tx).selectFrom("case_splits").selectAll().where("id", "=", splitId).executeTakeFirst()
    : undefined
  if (!split) throw new NotFound("cases.split.notFound")
  for (const id of [split.conversation_id, split.from_conversation].filter((id) => id !== null).toSorted())
    await conversationForCase(tx, id, true)
  const held = new Map<string, CaseRow>()
  for (const id of [split.from_id, split.new_id].toSorted())
    held.set(id, await room(tx).selectFrom("cases").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirstOrThrow())
  const [from, made] = [held.get(split.from_id)!, held.get(split.new_id)!]
  if (!seesInbox(actor, from.inbox_ids) || !seesInbox(actor, made.inbox_ids)) throw new NotFound("cases.split.notFound")
  mayChange(actor)
  const claimed = await room(tx)
    .updateTable("case_splits")
    .set({ undone_by: actor.ref, undone_at: tx.now })
    .where("id", "=", split.id)
    .where("undone_at", "is", null)
    .returning("id")
    .executeTakeFirst()
  if (!claimed) throw new Conflict("cases.split.undone")
  const conversation = await conversationForCase(tx, split.conversation_id)
  if (from.merged_into || made.merged_into || conversation?.caseId !== made.id) throw new Conflict("cases.split.later")
  await rejoin(tx, split, from.id)
  await moveConversation(tx, split.conversation_id, from.id)
  for (const { conversation_id } of await room(tx)
    .selectFrom("case_conversations")
    .select("conversation_id")
    .where("case_id", "=", made.id)
    .execute()) {
    await moveConversation(tx, conversation_id, from.id)
  }
  await room(tx).updateTable("cases").set({ merged_into: from.id, waiting_since: null, next_due: null }).where("id", "=", made.id).execute()
  const fresh = await refreshCase(tx, from.id)
  await recordOf(
    tx,
    actor.ref,
    "case.unsplit",
    fresh,
    { split: split.id, made: made.id },
    { conversation: split.from_conversation ?? split.conversation_id },
  )
  return fresh
}

/** Messages of a conversation that was cut go back; with nothing said in it since, all is written back as it was, to the row. */
async function rejoin(tx: Tx, split: Selectable<CaseSplitsTable>, caseId: string): Promise<void> {
  if (!split.from_conversation || !split.moved_messages) return
  const there = await readConversation(tx, split.conversation_id)
  const here = await readConversation(tx, split.from_conversation)
  const moved = split.moved_messages
  const all = [...new Set([...moved, ...there.ids])]
  await moveMessages(tx, all, split.from_conversation)
  for (const table of ["silences", "case_conversations"] as const)
    await room(tx).deleteFrom(table).where("conversation_id", "=", split.conversation_id).execute()
  const inboxIds = (await conversationForCase(tx, split.from_conversation))?.inboxIds ?? []
  const quiet = there.ids.every((id) => moved.includes(id)) && !said(here.known, split.at)
  const whole = await readConversation(tx, split.from_conversation)
  const before = quiet ? recall(split.before) : null
  await writeReadBack(tx, split.from_conversation, caseId, inboxIds, before ? { ...whole, ...before } : whole, null)
  await refileMessages(tx, all, split.from_conversation)
}

function said(known: Known | null, since: Date): boolean {
  return known !== null && known.last_at > since
}
