import type { Actor } from "#people"
import type { Fact, Tx } from "#platform"

/** Those who see every inbox see every contact; rooms above tell the inboxes that a contact's change concerns. */
const AUDIENCE = { inboxes: [] } as const

/** What happened to a contact, as it is recorded: ids and codes, never their words or addresses. */
export function factOf(actor: Actor, kind: `contact.${string}`, contactId: string, data?: Fact["data"]): Fact {
  return { kind, actor: actor.ref, about: { contact: contactId }, audience: AUDIENCE, ...(data ? { data } : {}) }
}

export function recordOf(actor: Actor, tx: Tx, kind: `contact.${string}`, contactId: string, data?: Fact["data"]): Promise<void> {
  return tx.record(factOf(actor, kind, contactId, data))
}
