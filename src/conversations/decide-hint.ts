import { type Actor, type PersonActor, requireRole } from "#people"
import { Conflict, isId, NotFound, type Tx } from "#platform"
import { accessConversation } from "./access.ts"
import { room } from "./tables.ts"

/** What the room above does when a person says that two conversations belong together: it makes one case of theirs. */
export type Join = (actor: PersonActor, tx: Tx, conversationId: string, relatedId: string) => Promise<void>

/** A person says whether two conversations belong together. */
export async function decideHint(
  actor: Actor,
  tx: Tx,
  id: string,
  decision: "accepted" | "refused",
): Promise<{ conversationId: string; relatedId: string }> {
  requireRole(actor, "agent")
  const tables = room(tx)
  const hint = isId(id)
    ? await tables.selectFrom("related_hints").selectAll().where("id", "=", id).forUpdate().executeTakeFirst()
    : undefined
  if (!hint) throw new NotFound("conversations.hint.notFound")
  const conversation = await accessConversation(actor, tx, hint.conversation_id, "conversations.hint.notFound")
  await accessConversation(actor, tx, hint.related_id, "conversations.hint.notFound")
  if (hint.decision) throw new Conflict("conversations.hint.decided")
  await tables.updateTable("related_hints").set({ decision, decided_by: actor.ref, decided_at: tx.now }).where("id", "=", id).execute()
  await tx.record({
    kind: `hint.${decision}`,
    actor: actor.ref,
    about: { conversation: conversation.id },
    audience: { inboxes: conversation.inbox_ids },
    data: { related: hint.related_id, reason: hint.reason },
  })
  return { conversationId: hint.conversation_id, relatedId: hint.related_id }
}
