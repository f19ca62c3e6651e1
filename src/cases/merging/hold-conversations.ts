import { type ConversationForCase, conversationForCase, conversationsOfCases } from "#conversations"
import type { Tx } from "#platform"

/**
 * The conversations filed in a case, held, in one order for everybody: whoever files a message holds its conversation before its case,
 * so whoever moves conversations holds them first too.
 */
export async function holdConversations(tx: Tx, caseId: string): Promise<ConversationForCase[]> {
  const ids = (await conversationsOfCases(tx, [caseId])).get(caseId) ?? []
  const held: ConversationForCase[] = []
  for (const id of ids.toSorted()) {
    const conversation = await conversationForCase(tx, id, true)
    if (conversation?.caseId === caseId) held.push(conversation)
  }
  return held
}
