import { Conflict, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { requireCovers, requireRole } from "../rights.ts"
import { endSessionsOf } from "../sessions/end-session.ts"
import { voidSignInLinks } from "../sign-in/sign-in-link.ts"
import type { PeopleTables } from "../tables.ts"
import { revokeTokensOf } from "../tokens/revoke-token.ts"
import { accessAgent } from "./find-agent.ts"
import { keepOneAdministrator } from "./last-administrator.ts"

/**
 * Shuts an agent out at once: sessions and links end, and so do the API tokens they made, unless these are to be kept.
 * Their name stays on what they did. @throws Conflict people.lastAdmin
 */
export async function disableAgent(actor: Actor, tx: Tx, agentId: string, options: { keepTokens?: boolean } = {}): Promise<void> {
  requireRole(actor, "admin")
  const agent = await accessAgent(tx, agentId)
  requireCovers(actor, agent)
  await keepOneAdministrator(tx, agentId)
  if (agent.disabled) return
  const added = await tx.sql
    .withTables<PeopleTables>()
    .insertInto("agent_disablings")
    .values({ agent_id: agentId, by_actor: actor.ref, at: tx.now })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return
  await endSessionsOf(tx, agentId, actor.ref, null)
  await voidSignInLinks(tx, agentId)
  if (!options.keepTokens) await revokeTokensOf(actor, tx, `agent:${agentId}`)
  await tx.record({ kind: "agent.disabled", actor: actor.ref, about: { agent: agentId }, audience: "all" })
}

/** Lets an agent in again; they sign in anew. @throws Conflict when they aren't disabled */
export async function enableAgent(actor: Actor, tx: Tx, agentId: string): Promise<void> {
  requireRole(actor, "admin")
  requireCovers(actor, await accessAgent(tx, agentId))
  await endSessionsOf(tx, agentId, actor.ref, null)
  const removed = await tx.sql.withTables<PeopleTables>().deleteFrom("agent_disablings").where("agent_id", "=", agentId).executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw new Conflict("people.agent.enabled")
  await tx.record({ kind: "agent.enabled", actor: actor.ref, about: { agent: agentId }, audience: "all" })
}
