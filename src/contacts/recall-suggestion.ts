import { sql } from "kysely"
import type { Actor } from "#people"
import { Conflict, type Tx } from "#platform"
import type { ContactSight } from "./access.ts"
import { accessSuggestion } from "./access-suggestion.ts"
import { recordOf } from "./facts.ts"

/**
 * It was refused by mistake that two contacts are one: it is proposed again. Reasons that were refused before stay refused where nothing
 * else speaks for it.
 * @throws NotFound unless both may be seen; Conflict when it isn't refused
 */
export async function recallSuggestion(actor: Actor, tx: Tx, id: string, sight?: ContactSight): Promise<void> {
  const found = await accessSuggestion(actor, tx, id, sight)
  if (found.decision !== "refused") throw new Conflict("contacts.suggestion.notRefused")
  const codes = found.reasons.map(({ code }) => code)
  await sql`
    update merge_suggestions set decision = null, decided_by = null, decided_at = null,
           refused = array(select unnest(refused) except select unnest(${codes}::text[]))
     where id = ${id}`.execute(tx.sql)
  await recordOf(actor, tx, "contact.merge-recalled", found.a_id, { otherId: found.b_id, reasons: codes })
}
