import { sql } from "kysely"
import type { Actor } from "#people"
import { Conflict, isId, NotFound, type Tx } from "#platform"
import { type ContactSight, mayChange, seesContact } from "./access.ts"
import type { Reason } from "./evidence.ts"
import { recordOf } from "./facts.ts"

/**
 * It was refused by mistake that two contacts are one: it is proposed again. Reasons that were refused before stay refused where nothing
 * else speaks for it.
 * @throws NotFound unless both may be seen; Conflict when it isn't refused
 */
export async function recallSuggestion(actor: Actor, tx: Tx, id: string, sight?: ContactSight): Promise<void> {
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
  if (found.decision !== "refused") throw new Conflict("contacts.suggestion.notRefused")
  const codes = found.reasons.map(({ code }) => code)
  await sql`
    update merge_suggestions set decision = null, decided_by = null, decided_at = null,
           refused = array(select unnest(refused) except select unnest(${codes}::text[]))
     where id = ${id}`.execute(tx.sql)
  await recordOf(actor, tx, "contact.merge-recalled", found.a_id, { otherId: found.b_id, reasons: codes })
}
