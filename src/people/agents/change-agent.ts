import { Conflict, type Tx } from "#platform"
import type { Language } from "#words"
import type { Actor, InboxRights, Role } from "../actor.ts"
import { requireCovers, requirePerson, requireRole } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"
import { accessAgent } from "./find-agent.ts"
import { setInboxes } from "./inbox-rights.ts"
import { keepOneAdministrator } from "./last-administrator.ts"

export interface AgentChanges {
  name?: string
  role?: Role
  inboxes?: InboxRights
}

/** What an administrator changes of an agent. @throws Conflict people.lastAdmin, Forbidden when it would give more than the actor has */
export async function changeAgent(actor: Actor, tx: Tx, agentId: string, changes: AgentChanges): Promise<void> {
  requireRole(actor, "admin")
  const agent = await accessAgent(tx, agentId)
  requireCovers(actor, agent)
  requireCovers(actor, { role: changes.role ?? agent.role, inboxes: changes.inboxes ?? agent.inboxes })
  if (changes.role !== undefined && changes.role !== "admin") await keepOneAdministrator(tx, agentId)
  const { name = agent.name, role = agent.role } = changes
  await tx.sql.withTables<PeopleTables>().updateTable("agents").set({ name, role }).where("id", "=", agentId).execute()
  if (changes.inboxes !== undefined) await setInboxes(tx, agentId, changes.inboxes)
  await tx.record({
    kind: "agent.changed",
    actor: actor.ref,
    about: { agent: agentId },
    audience: "all",
    data: { changed: Object.keys(changes), ...(changes.role ? { role: changes.role } : {}) },
  })
}

export interface OwnChanges {
  name?: string
  language?: Language
  timeZone?: string
  signature?: string
  /** Only for who has none yet. */
  email?: string
}

/** What agents change of themselves: how they are called and written to, never what they may do. */
export async function changeOneself(actor: Actor, tx: Tx, { email, ...changes }: OwnChanges): Promise<void> {
  const { id, ref } = requirePerson(actor)
  const agent = await accessAgent(tx, id)
  if (email !== undefined && email !== agent.email) {
    if (agent.email !== null) throw new Conflict("people.agent.addressSet")
    await completeAddress(tx, id, { email })
  }
  const { name = agent.name, language = agent.language, timeZone = agent.timeZone, signature = agent.signature } = changes
  await tx.sql
    .withTables<PeopleTables>()
    .updateTable("agents")
    .set({ name, language, time_zone: timeZone, signature })
    .where("id", "=", id)
    .execute()
  await tx.record({ kind: "agent.changed", actor: ref, about: { agent: id }, audience: "all", data: { changed: Object.keys(changes) } })
}

/** Gives the first administrator, made without an address, theirs. Whoever has one keeps it and their name. */
export async function completeAddress(
  tx: Tx,
  agentId: string,
  who: { email?: string | undefined; name?: string | undefined },
): Promise<void> {
  const agent = await accessAgent(tx, agentId)
  if (agent.email !== null || (!who.email && !who.name)) return
  const tables = tx.sql.withTables<PeopleTables>()
  if (who.email) {
    const taken = await tables
      .selectFrom("agents")
      .select("id")
      .where((w) => w(w.fn<string>("lower", ["email"]), "=", who.email?.toLowerCase() ?? ""))
      .executeTakeFirst()
    if (taken) throw new Conflict("people.agent.known")
    await tables.updateTable("agents").set({ email: who.email }).where("id", "=", agentId).execute()
  }
  if (who.name) await tables.updateTable("agents").set({ name: who.name }).where("id", "=", agentId).execute()
  await tx.record({
    kind: "agent.changed",
    actor: `agent:${agentId}`,
    about: { agent: agentId },
    audience: "all",
    data: { changed: Object.keys(who) },
  })
}
