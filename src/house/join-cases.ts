import { caseOfConversation, mergeCases } from "#cases"
import type { PersonActor } from "#people"
import type { Tx } from "#platform"

/** Two conversations that belong together become one case: the later one goes into the case it is related to. Undone like any merge. */
export async function joinCases(actor: PersonActor, tx: Tx, conversationId: string, relatedId: string): Promise<void> {
  const [later, earlier] = [await caseOfConversation(tx, conversationId), await caseOfConversation(tx, relatedId)]
  if (later && earlier && later.id !== earlier.id) await mergeCases(actor, tx, later.id, earlier.id)
}
