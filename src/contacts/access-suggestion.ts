import { sql } from "kysely"
import type { Actor } from "#people"
import { isId, NotFound, type Tx } from "#platform"
import { type ContactSight, mayChange, seesContact } from "./access.ts"
import type { Reason } from "./evidence.ts"

interface Suggestion {
  a_id: string
  b_id: string
  reasons: Reason[]
  decision: string | null
}

/**
 * A suggestion that two contacts are one, held for deciding on it.
 * @throws NotFound unless both may be seen
 */
export async function accessSuggestion(actor: Actor, tx: Tx, id: string, sight?: ContactSight): Promise<Suggestion> {
  const [found] = isId(id)
    ? (await sql<Suggestion>`select a_id, b_id, reasons, decision from merge_suggestions where id = ${id} for update`.execute(tx.sql)).rows
    : []
  if (!found || !(await seesContact(actor, tx, found.a_id, sight)) || !(await seesContact(actor, tx, found.b_id, sight))) {
    throw new NotFound("contacts.suggestion.notFound")
  }
  mayChange(actor)
  return found
}
