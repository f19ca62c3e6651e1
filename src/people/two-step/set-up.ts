import { Conflict, Invalid, type Keys, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { accessAgent } from "../agents/find-agent.ts"
import { requirePerson } from "../rights.ts"
import { sealSecret } from "../secrets.ts"
import type { PeopleTables } from "../tables.ts"
import { counterOf, hashRecoveryCode, newRecoveryCodes, newSecret } from "./codes.ts"
import { advance, owesSecondStep, readSecret } from "./second-step.ts"

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

/** Confirms by a first code, and gives ten recovery codes, this once. @throws Invalid people.code.wrong, Conflict when nothing was begun */
export async function confirmTwoStep(actor: Actor, tx: Tx, keys: Keys, code: string): Promise<string[]> {
  const { id, ref } = requirePerson(actor)
  const secret = await readSecret(tx, keys, id, false)
  if (secret === null) throw new Conflict("people.twoStep.notBegun")
  const counter = counterOf(secret, code.replace(/\s/g, ""), tx.now)
  if (counter === null || !(await advance(tx, id, counter)))
    throw new Invalid("request.invalid", {}, [{ path: "code", key: "people.code.wrong" }])
  const tables = tx.sql.withTables<PeopleTables>()
  await tables.updateTable("totp_secrets").set({ confirmed_at: tx.now }).where("agent_id", "=", id).execute()
  const codes = newRecoveryCodes()
  await tables.deleteFrom("recovery_codes").where("agent_id", "=", id).execute()
  await tables
    .insertInto("recovery_codes")
    .values(codes.map((recovery) => ({ agent_id: id, code_hash: hashRecoveryCode(keys, id, recovery) })))
    .execute()
  await tx.record({ kind: "agent.two-step-on", actor: ref, about: { agent: id }, audience: { agent: id } })
  return codes
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
