import { fileUnder } from "#conversations"
import type { Tx } from "#platform"
import { room } from "../tables.ts"

/** Files a conversation in another case, with what is known of it and its silences. */
export async function moveConversation(tx: Tx, conversationId: string, caseId: string): Promise<void> {
  await fileUnder(tx, conversationId, caseId)
  await room(tx).updateTable("case_conversations").set({ case_id: caseId }).where("conversation_id", "=", conversationId).execute()
  await room(tx).updateTable("silences").set({ case_id: caseId }).where("conversation_id", "=", conversationId).execute()
}

/** What hangs on messages goes where they go. */
export async function moveMarks(tx: Tx, messageIds: readonly string[], caseId: string): Promise<void> {
  if (messageIds.length === 0) return
  for (const table of ["contradictions", "denials", "promise_suggestions", "promises"] as const) {
    await room(tx)
      .updateTable(table)
      .set({ case_id: caseId })
      .where("message_id", "in", [...messageIds])
      .execute()
  }
}
