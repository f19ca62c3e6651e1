import { Forbidden, MINUTE, type Reader } from "#platform"
import type { Actor } from "../actor.ts"
import { requirePerson } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"

const FRESH = 30 * MINUTE

/**
 * Whoever finds a desk left open must not be able to take the account over: how one proves who one is can be changed only soon after
 * signing in. @throws Forbidden people.session.notFresh
 */
export async function requireFreshSession(actor: Actor, reader: Reader): Promise<void> {
  const { session } = requirePerson(actor)
  const row = await reader.sql
    .withTables<PeopleTables>()
    .selectFrom("sessions")
    .select("created_at")
    .where("id", "=", session)
    .executeTakeFirst()
  if (!row || reader.now.getTime() - row.created_at.getTime() > FRESH) throw new Forbidden("people.session.notFresh")
}
