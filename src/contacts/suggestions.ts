import { sql } from "kysely"
import type { Actor } from "#people"
import { Conflict, isId, NotFound, type Reader, type Tx } from "#platform"
import { type Contact, type ContactSight, mayChange, seesContact } from "./access.ts"
import type { Reason } from "./evidence.ts"
import { recordOf } from "./facts.ts"

export interface Suggestion {
  id: string
  /** The other contact, which may be the same person. */
  otherId: string
  reasons: Reason[]
  score: number
  at: Date
}

/** The contacts that may be the same person as this one, likeliest first; those that the actor may not see are left out. */
export async function suggestionsFor(actor: Actor, reader: Reader, contact: Contact, sight?: ContactSight): Promise<Suggestion[]> {
  const found = await sql<Suggestion>`
    select s.id, other.id as "otherId", s.reasons, s.score, s.created_at as at
      from merge_suggestions s
      join contacts other on other.id = case when s.a_id = ${contact.id} then s.b_id else s.a_id end
     where ${contact.id}::uuid in (s.a_id, s.b_id) and s.decision is null and other.merged_into is null
     order by s.score desc, s.created_at, s.id limit 50`.execute(reader.sql)
  const visible = await Promise.all(found.rows.map(({ otherId }) => seesContact(actor, reader, otherId, sight)))
  return found.rows.filter((_, i) => visible[i])
}

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
