import { Conflict, Invalid, newId, type Tx } from "#platform"
import type { Language } from "#words"
import type { Actor, InboxRights, Role } from "../actor.ts"
import { requireCovers, requireRole } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"
import { readAddress } from "./address.ts"
import { setInboxes } from "./inbox-rights.ts"

export interface NewAgent {
  email: string
  name?: string
  /** agent, unless said otherwise. */
  role?: Role
  language?: Language
  inboxes?: InboxRights
}

/**
 * Adds an agent, who can sign in by a link from then on.
 * @throws Conflict people.agent.known when the address is already somebody's, enabled or not.
 */
export async function addAgent(actor: Actor, tx: Tx, agent: NewAgent): Promise<{ agentId: string }> {
  requireRole(actor, "admin")
  const { role = "agent", inboxes = "every" } = agent
  requireCovers(actor, { role, inboxes })
  const email = readAddress(agent.email)
  const name = agent.name?.trim() || email.slice(0, email.lastIndexOf("@"))
  if (name.length > 200) throw new Invalid("people.agent.name", {}, [{ path: "name", key: "people.agent.name" }])
  const agentId = newId(tx.now)
  await insertAgent(tx, { id: agentId, email, name, role, ...(agent.language ? { language: agent.language } : {}) })
  if (inboxes !== "every") await setInboxes(tx, agentId, inboxes)
  await tx.record({ kind: "agent.added", actor: actor.ref, about: { agent: agentId }, audience: "all", data: { role } })
  return { agentId }
}

/** @throws Conflict */
export async function insertAgent(
  tx: Tx,
  row: { id: string; email: string | null; name: string; role: Role; language?: Language },
): Promise<void> {
  const added = await tx.sql
    .withTables<PeopleTables>()
    .insertInto("agents")
    .values({ ...row, created_at: tx.now })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw new Conflict("people.agent.known")
}
