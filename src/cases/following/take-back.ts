import { conversationForCase, messageForCase } from "#conversations"
import type { Fact, Tx } from "#platform"
import { forgetSuggestions } from "../promises/suggest.ts"
import { withdrawPromisesOf } from "../promises/settle.ts"
import { refreshCase } from "../refresh-case.ts"
import { room } from "../tables.ts"
import { undoStatus } from "../undo-status.ts"
import { rowToChange } from "./note-message.ts"

/**
 * message.cancelled: the answer never left. What its writing had changed is as before: the status, unless somebody changed it since; dates
 * proposed from it are gone, and a promise made in it was never given.
 */
export async function takeBack(tx: Tx, fact: Fact): Promise<void> {
  const conversation = await conversationForCase(tx, fact.about.conversation!, true)
  const message = await messageForCase(tx, fact.about.message!)
  if (!conversation?.caseId || message?.direction !== "out") return
  const row = await rowToChange(tx, conversation, conversation.caseId)
  await forgetSuggestions(tx, message.id)
  await withdrawPromisesOf(tx, row, message.id, fact.actor)
  const change = await room(tx)
    .selectFrom("status_changes")
    .select("id")
    .where("case_id", "=", row.id)
    .where("message_id", "=", message.id)
    .orderBy("seq", "desc")
    .executeTakeFirst()
  if (change && (await undoStatus(tx, row, change.id, fact.actor))) await refreshCase(tx, row.id)
}
