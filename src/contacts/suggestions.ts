import { sql } from "kysely"
import type { Actor } from "#people"
import type { Reader } from "#platform"
import { type Contact, type ContactSight, seesContact } from "./access.ts"
import type { Reason } from "./evidence.ts"

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
