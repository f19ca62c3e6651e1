import type { Tx } from "#platform"
import { normalAddress } from "./address.ts"
import { room } from "./tables.ts"

/** Makes an address part of a conversation: it wrote, was written to, or was added by a person. Twice is once. */
export async function addParticipant(
  tx: Tx,
  conversationId: string,
  address: string,
  contactId: string | null,
  because: "wrote" | "written-to" | "added",
): Promise<void> {
  await room(tx)
    .insertInto("participants")
    .values({ conversation_id: conversationId, address: normalAddress(address), contact_id: contactId, because, since: tx.now })
    .onConflict((oc) => oc.doNothing())
    .execute()
}
