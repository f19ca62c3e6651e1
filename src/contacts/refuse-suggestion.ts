import { sql } from "kysely"
import type { Actor } from "#people"
import { Conflict, isId, NotFound, type Tx } from "#platform"
import { type ContactSight, mayChange, seesContact } from "./access.ts"
import type { Reason } from "./evidence.ts"
import { recordOf } from "./facts.ts"

/**
 * A person says that two contacts are not one. It is remembered, with its reasons, for good.
 * @throws NotFound unless both may be seen; Conflict when somebody has decided before
 */
export async function refuseSuggestion(actor: Actor, tx: Tx, id: string, sight?: ContactSight): Promise<void> {
  const found = isId(id)
    ? (
        await sql<{ a_id: string; b_id: string; reasons: Reason[]; decision: string | null }>`
        select a_id, b_id, reasons, decision from merge_suggestions where id = ${id} for update`.execute(tx.sql)
      ).rows[0]
    : undefined
  if (!found || !(await seesContact(actor, tx, found.a_id, sight)) || !(await seesContact(actor, tx, found.b_id, sight))) {
    throw new NotFound("contacts.suggestion.notFound")
  }
  mayChange(actor)
  if (found.decision !== null) throw new Conflict("contacts.suggestion.decided")
  const codes = found.reasons.map(({ code }) => code)
  await sql`
    update merge_suggestions set decision = 'refused', decided_by = ${actor.ref}, decided_at = ${tx.now},
           refused = array(select distinct unnest(refused || ${codes}::text[]))
     where id = ${id}`.execute(tx.sql)
  await recordOf(actor, tx, "contact.merge-refused", found.a_id, { otherId: found.b_id, reasons: codes })
}
