import { Conflict, Invalid, type Keys, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import { requirePerson } from "../rights.ts"
import type { PeopleTables } from "../tables.ts"
import { counterOf, hashRecoveryCode, newRecoveryCodes } from "./codes.ts"
import { advance, readSecret } from "./second-step.ts"

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
