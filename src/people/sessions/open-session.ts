import { type Keys, MINUTE, newId, type Tx, Unauthenticated } from "#platform"
import { accessAgent } from "../agents/find-agent.ts"
import { randomSecret } from "../secrets.ts"
import { networkOf } from "../sign-in/network.ts"
import type { PeopleTables, Proof } from "../tables.ts"
import { LONGEST } from "./session-cookie.ts"

/** How long a first proof waits for its two-step code. */
const SECOND_STEP_WAIT = 10 * MINUTE

/** From where somebody signs in, as they will read it in the list of their sessions. */
export interface From {
  ip: string
  userAgent: string
}

export interface Opened {
  token: string
  state: "signed-in" | "second-step"
}

/**
 * Opens a session with a new token after a proof; half open when the agent still owes a two-step code.
 * @throws Unauthenticated when the agent is disabled; after a password as if it were wrong, so that nobody learns that the address is known
 */
export async function openSession(tx: Tx, keys: Keys, agentId: string, proof: Proof, from: From, owesSecondStep: boolean): Promise<Opened> {
  const agent = await accessAgent(tx, agentId)
  if (agent.disabled) throw new Unauthenticated(proof === "password" ? "people.signIn.wrong" : "people.signIn.disabled")
  const token = randomSecret()
  const id = newId(tx.now)
  const tables = tx.sql.withTables<PeopleTables>()
  await tables
    .insertInto("sessions")
    .values({
      id,
      token_hash: hashSession(keys, token),
      agent_id: agentId,
      proof,
      second_step: owesSecondStep,
      user_agent: from.userAgent.slice(0, 300),
      network: networkOf(from.ip),
      created_at: tx.now,
      seen_at: tx.now,
      expires_at: new Date(tx.now.getTime() + (owesSecondStep ? SECOND_STEP_WAIT : LONGEST)),
    })
    .execute()
  if (owesSecondStep) return { token, state: "second-step" }
  if (!agent.signedInAt) await tables.updateTable("agents").set({ signed_in_at: tx.now }).where("id", "=", agentId).execute()
  await tx.record({
    kind: "session.opened",
    actor: `agent:${agentId}`,
    about: { agent: agentId },
    audience: { agent: agentId },
    data: { session: id, proof },
  })
  return { token, state: "signed-in" }
}

/** Keyed: whoever could write into the database still couldn't make a session. */
export function hashSession(keys: Keys, token: string): Buffer {
  return keys.sign("session", token)
}
