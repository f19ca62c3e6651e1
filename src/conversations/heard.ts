import { systemActor } from "#people"
import type { Fact } from "#platform"
import type { Arrival } from "./insert-message.ts"

/** Who files what comes in. */
export const INTAKE = systemActor("intake")

/** message.received: what the rooms above build on. */
export function heard(
  { id, conversationId, contactId, incoming }: Arrival,
  { first, inboxes }: { first: boolean; inboxes: readonly string[] },
): Fact {
  return {
    kind: "message.received",
    actor: contactId ? `contact:${contactId}` : INTAKE.ref,
    about: { message: id, conversation: conversationId, ...(contactId ? { contact: contactId } : {}) },
    audience: { inboxes },
    data: { channel: incoming.channel, automatic: incoming.automatic, first, identity: incoming.identity },
  }
}
