import { newId, type Tx } from "#platform"
import { normalAddress } from "./address.ts"
import type { Incoming } from "./channel.ts"
import { widenInboxes } from "./deliveries.ts"
import { insertArrivals } from "./insert-message.ts"
import { room } from "./tables.ts"

/**
 * An agent answered from an ordinary mail program, and their domain vouches for it (DMARC): to the customer it is an answer given
 * elsewhere; to us alone it is shown as a note, and nothing of it leaves.
 */
export async function fileAgentsMail(
  tx: Tx,
  incoming: Incoming,
  conversationId: string,
  agentId: string,
): Promise<{ messageId: string; conversationId: string }> {
  const customers = await room(tx)
    .selectFrom("participants")
    .select(["address", "contact_id"])
    .where("conversation_id", "=", conversationId)
    .execute()
  const recipients = new Set([...incoming.to, ...incoming.cc].map((person) => normalAddress(person.address)))
  const reached = customers.find((customer) => recipients.has(customer.address))
  const messageId = newId(tx.now)
  const direction = reached ? ("out" as const) : ("in" as const)
  await insertArrivals(tx, [{ id: messageId, conversationId, incoming, direction, contactId: reached?.contact_id ?? null, agentId }])
  const inboxes = await widenInboxes(tx, conversationId, incoming)
  await tx.record({
    kind: reached ? "message.answered-elsewhere" : "message.noted-by-mail",
    actor: `agent:${agentId}`,
    about: { message: messageId, conversation: conversationId, agent: agentId },
    audience: { inboxes },
  })
  return { messageId, conversationId }
}
