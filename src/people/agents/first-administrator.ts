import { sql } from "kysely"
import { newId, type Tx } from "#platform"
import { systemActor } from "../actor.ts"
import { insertAgent } from "./add-agent.ts"
import { readAgents } from "./find-agent.ts"

/**
 * Whoever should hold the first sign-in link: as long as no administrator has ever signed in, an administrator who was added and hasn't,
 * or one made now, without an address, which the first sign-in may give. Null afterwards.
 */
export async function firstAdministrator(tx: Tx): Promise<{ agentId: string } | null> {
  // One start at a time decides whether there is somebody.
  await sql`lock table agents in share row exclusive mode`.execute(tx.sql)
  const admins = (await readAgents(tx, sql`where a.role = 'admin' order by a.id`)).filter((agent) => !agent.disabled)
  if (admins.some((agent) => agent.signedInAt)) return null
  const waiting = admins[0]
  if (waiting) return { agentId: waiting.id }
  const agentId = newId(tx.now)
  await insertAgent(tx, { id: agentId, email: null, name: "Admin", role: "admin" })
  await tx.record({
    kind: "agent.added",
    actor: systemActor("start").ref,
    about: { agent: agentId },
    audience: "all",
    data: { role: "admin" },
  })
  return { agentId }
}
