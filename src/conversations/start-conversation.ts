import { contactOfAddress } from "#contacts"
import { type PersonActor, requireRole } from "#people"
import { newId, type Tx } from "#platform"
import { removeFirstDraft } from "./first-draft.ts"
import { accessInbox } from "./inboxes.ts"
import { queueReply, type Reply, type Sending } from "./queue-reply.ts"
import { addParticipant } from "./participants.ts"
import type { Person } from "./channel.ts"
import { room } from "./tables.ts"

/** Writes to somebody first. The conversation exists before the message, so that the room above files it like any other. */
export async function startConversation(
  actor: PersonActor,
  tx: Tx,
  sending: Sending,
  start: { inboxId: string; to: Person; subject: string } & Pick<Reply, "text" | "cc" | "attachmentIds" | "sendAt" | "regardlessOfHours">,
): Promise<{ conversationId: string; messageId: string }> {
  requireRole(actor, "agent")
  const inbox = await accessInbox(actor, tx, start.inboxId)
  const id = newId(tx.now)
  await room(tx)
    .insertInto("conversations")
    .values({
      id,
      channel: inbox.channel,
      inbox_ids: [inbox.id],
      subject: start.subject,
      case_id: null,
      created_at: tx.now,
      last_message_at: tx.now,
    })
    .execute()
  const { contactId } = await contactOfAddress(actor, tx, { ...start.to, verified: null, source: inbox.channel })
  await addParticipant(tx, id, start.to.address, contactId, "written-to")
  const { inboxId: _, ...first } = start
  const messageId = await queueReply(actor, tx, sending, id, { ...first, to: [start.to] })
  if (actor.kind === "agent") await removeFirstDraft(actor, tx)
  return { conversationId: id, messageId }
}
