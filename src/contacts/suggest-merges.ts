import type { Actor } from "#people"
import type { Tx } from "#platform"

/** Looks for contacts that may be the same person as this one, and proposes them to a person. */
export async function suggestMerges(_actor: Actor, _tx: Tx, _contactId: string): Promise<void> {}
