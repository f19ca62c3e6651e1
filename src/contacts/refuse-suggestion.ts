import { sql } from "kysely"
import type { Actor } from "#people"
import { Conflict, type Tx } from "#platform"
import type { ContactSight } from "./access.ts"
import { accessSuggestion } from "./access-suggestion.ts"
import { recordOf } from "./facts.ts"

/**
 * A person says that two contacts are not one. It is remembered, with its reasons, for good.
 * @throws NotFound unless both may be seen; Conflict when somebody has decided before
 */
export async function refuseSuggestion(actor: Actor, tx: Tx, id: string, sight?: ContactSight): Promise<void> {
  const found = await accessSuggestion(actor, tx, id, sight)
  if (found.decision !== null) throw new Conflict("contacts.suggestion.decided")
  const codes = found.reasons.map(({ code }) => code)
  await sql`
    update merge_suggestions set decision = 'refused', decided_by = ${actor.ref}, decided_at = ${tx.now},
           refused = array(select distinct unnest(refused || ${codes}::text[]))
     where id = ${id}`.execute(tx.sql)
  await recordOf(actor, tx, "contact.merge-refused", found.a_id, { otherId: found.b_id, reasons: codes })
}
