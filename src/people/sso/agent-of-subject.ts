import { type Tx, Unauthenticated } from "#platform"
import { systemActor } from "../actor.ts"
import { addAgent } from "../agents/add-agent.ts"
import { emailAddress } from "../agents/address.ts"
import { findAgentByEmail } from "../agents/find-agent.ts"
import type { PeopleTables } from "../tables.ts"
import type { Said } from "./confirm.ts"
import type { SsoSettings } from "./settings.ts"

/**
 * Which agent the provider's subject is: the one it was before; else the one with its verified address, who is it from now on; else a
 * new one, where the address is under an admitted domain. The subject decides, not the address: addresses change hands.
 * @throws Unauthenticated people.sso.unknown, people.sso.unverified
 */
export async function agentOfSubject(tx: Tx, said: Said, settings: SsoSettings): Promise<string> {
  const tables = tx.sql.withTables<PeopleTables>()
  const known = await tables
    .selectFrom("sso_identities")
    .select("agent_id")
    .where("issuer", "=", said.issuer)
    .where("subject", "=", said.subject)
    .executeTakeFirst()
  if (known) return known.agent_id
  const address = emailAddress.safeParse(said.address).data
  if (address === undefined) throw new Unauthenticated("people.sso.unknown")
  if (!said.addressVerified && !settings.trustAddresses) throw new Unauthenticated("people.sso.unverified")
  const agentId = (await findAgentByEmail(tx, address))?.id ?? (await admit(tx, address, said.name, settings))
  const tied = await tables
    .insertInto("sso_identities")
    .values({ issuer: said.issuer, subject: said.subject, agent_id: agentId, at: tx.now })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  // The agent is another subject already: an address that was given to somebody else opens nothing.
  if (tied.numInsertedOrUpdatedRows === 0n) throw new Unauthenticated("people.sso.unknown")
  await tx.record({ kind: "agent.sso-tied", actor: `agent:${agentId}`, about: { agent: agentId }, audience: { agent: agentId } })
  return agentId
}

async function admit(tx: Tx, email: string, name: string | null, settings: SsoSettings): Promise<string> {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase()
  if (!settings.admitDomains.includes(domain)) throw new Unauthenticated("people.sso.unknown")
  return (await addAgent(systemActor("sso"), tx, { email, ...(name ? { name } : {}) })).agentId
}
