import { Conflict, type Keys, sealSecret, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { accessAgent } from "../agents/find-agent.ts"
import { requirePerson } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"
import { newSecret } from "./codes.ts"
import { owesSecondStep } from "./second-step.ts"

/** Makes a secret to put into an authenticator. It counts from its confirmation on. @throws Conflict when codes are in use already */
export async function beginTwoStep(actor: Actor, tx: Tx, keys: Keys): Promise<{ secret: string; uri: string }> {
  const { id } = requirePerson(actor)
  if (await owesSecondStep(tx, id)) throw new Conflict("people.twoStep.already")
  const agent = await accessAgent(tx, id)
  const made = newSecret(agent.email ?? agent.name)
  const tables = tx.sql.withTables<PeopleTables>()
  await tables.deleteFrom("totp_secrets").where("agent_id", "=", id).execute()
  await tables
    .insertInto("totp_secrets")
    .values({ agent_id: id, sealed: sealSecret(keys, `totp_secrets:${id}`, made.secret), created_at: tx.now })
    .execute()
  return made
}

export async function forgetTwoStep(tx: Tx, agentId: string, ref: string): Promise<void> {
  const tables = tx.sql.withTables<PeopleTables>()
  await tables.deleteFrom("recovery_codes").where("agent_id", "=", agentId).execute()
  const forgotten = await tables
    .deleteFrom("totp_secrets")
    .where("agent_id", "=", agentId)
    .where("confirmed_at", "is not", null)
    .executeTakeFirst()
  if (forgotten.numDeletedRows > 0n)
    await tx.record({ kind: "agent.two-step-off", actor: ref, about: { agent: agentId }, audience: { agent: agentId } })
}
