import { conversationForCase } from "#conversations"
import type { Fact, Tx } from "#platform"
import { refreshCase } from "../refresh-case.ts"
import { room } from "../tables.ts"
import { rowToChange } from "./note-message.ts"

/** message.delivered-again: the same mail came to another inbox, whose agents see the case from now on. */
export async function widen(tx: Tx, fact: Fact): Promise<void> {
  const conversation = await conversationForCase(tx, fact.about.conversation!, true)
  if (!conversation?.caseId) return
  const row = await rowToChange(tx, conversation, conversation.caseId)
  await room(tx)
    .updateTable("case_conversations")
    .set({ inbox_ids: conversation.inboxIds })
    .where("conversation_id", "=", conversation.id)
    .execute()
  await refreshCase(tx, row.id)
}
