import { Conflict, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { requireCovers, requireRole } from "../rights.ts"
import { issueSignInLink } from "../sign-in/sign-in-link.ts"
import { forgetTwoStep } from "../two-step/set-up.ts"
import { accessAgent } from "./find-agent.ts"

/** A link for an administrator to hand to an agent. Whoever holds it is that agent, so it never leads to wider rights than the actor's. */
export async function issueLinkFor(actor: Actor, tx: Tx, agentId: string): Promise<string> {
  requireRole(actor, "admin")
  const agent = await accessAgent(tx, agentId)
  requireCovers(actor, agent)
  if (agent.disabled) throw new Conflict("people.agent.isDisabled")
  const token = await issueSignInLink(tx, agentId)
  await tx.record({ kind: "agent.link-issued", actor: actor.ref, about: { agent: agentId }, audience: "audit" })
  return token
}

/** For who lost telephone and recovery codes: link and password are enough again. */
export async function resetTwoStep(actor: Actor, tx: Tx, agentId: string): Promise<void> {
  requireRole(actor, "admin")
  requireCovers(actor, await accessAgent(tx, agentId))
  await forgetTwoStep(tx, agentId, actor.ref)
}
