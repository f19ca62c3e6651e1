import { sql } from "kysely"
import { type Insertion, insertTogether, rowsFor, type Tx } from "#platform"
import { normalAddress } from "./address.ts"
import { PARTICIPANT } from "./columns.ts"

interface Participant {
  conversationId: string
  address: string
  contactId: string | null
  because: "wrote" | "written-to" | "added"
}

/** What is to be written of who is part of conversations. Twice is once. */
export function participantsOf(tx: Tx, participants: readonly Participant[]): Insertion {
  const rows = participants.map(({ conversationId, address, contactId, because }) => ({
    conversation_id: conversationId,
    address: normalAddress(address),
    contact_id: contactId,
    because,
    since: tx.now,
  }))
  return rowsFor("participants", PARTICIPANT, rows, { otherwise: sql`on conflict do nothing` })
}

/** Makes an address part of a conversation: it wrote, was written to, or was added by a person. Twice is once. */
export async function addParticipant(
  tx: Tx,
  conversationId: string,
  address: string,
  contactId: string | null,
  because: "wrote" | "written-to" | "added",
): Promise<void> {
  await insertTogether(tx, [participantsOf(tx, [{ conversationId, address, contactId, because }])])
}
