import { isId, type Keys, NotFound, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { requirePerson } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"
import { hashSession } from "./open-session.ts"

/** Ends one of one's own sessions. @throws NotFound for anybody else's */
export async function endSession(actor: Actor, tx: Tx, sessionId: string): Promise<void> {
  const person = requirePerson(actor)
  const ended = isId(sessionId) ? await end(tx, { agentId: person.id, ref: person.ref, only: sessionId }) : 0
  if (ended === 0) throw new NotFound("people.session.notFound")
}

/** Ends whatever session a browser holds, whole or half open, before it is given another or none. */
export async function endSessionOfToken(tx: Tx, keys: Keys, token: string | null): Promise<void> {
  if (!token) return
  const row = await tx.sql
    .withTables<PeopleTables>()
    .selectFrom("sessions")
    .select(["id", "agent_id"])
    .where("token_hash", "=", hashSession(keys, token))
    .executeTakeFirst()
  if (row) await end(tx, { agentId: row.agent_id, ref: `agent:${row.agent_id}`, only: row.id })
}

/** Ends all sessions of an agent, or all but one. */
export async function endSessionsOf(tx: Tx, agentId: string, ref: string, but: string | null): Promise<void> {
  await end(tx, { agentId, ref, ...(but ? { but } : {}) })
}

async function end(tx: Tx, which: { agentId: string; ref: string; only?: string; but?: string }): Promise<number> {
  let query = tx.sql.withTables<PeopleTables>().deleteFrom("sessions").where("agent_id", "=", which.agentId)
  if (which.only) query = query.where("id", "=", which.only)
  if (which.but) query = query.where("id", "!=", which.but)
  const ended = await query.returning(["id", "second_step"]).execute()
  for (const { id, second_step } of ended) {
    if (second_step) continue // it was never more than half open, and said nowhere
    await tx.record({
      kind: "session.ended",
      actor: which.ref,
      about: { agent: which.agentId },
      audience: { agent: which.agentId },
      data: { session: id },
    })
  }
  return ended.length
}
