import { sql } from "kysely"
import { type Keys, openSecret, type Reader, type Tx, Unauthenticated } from "#platform"
import { hashSession } from "../sessions/open-session.ts"
import type { PeopleTables, Proof } from "../tables.ts"
import { counterOf, hashRecoveryCode } from "./codes.ts"

/** Whether an agent has confirmed two-step codes, and owes one after a link or a password. */
export async function owesSecondStep(reader: Reader, agentId: string): Promise<boolean> {
  const found = await sql`select from totp_secrets where agent_id = ${agentId} and confirmed_at is not null`.execute(reader.sql)
  return found.rows.length > 0
}

export interface HalfOpen {
  agentId: string
  proof: Proof
}

/** The half-open session that a browser holds while its code is awaited. @throws Unauthenticated when it waited too long */
export async function findHalfOpen(reader: Reader, keys: Keys, token: string | null): Promise<HalfOpen> {
  const found = token
    ? await reader.sql
        .withTables<PeopleTables>()
        .selectFrom("sessions")
        .select(["agent_id as agentId", "proof"])
        .where("token_hash", "=", hashSession(keys, token))
        .where("second_step", "=", true)
        .where("expires_at", ">", reader.now)
        .executeTakeFirst()
    : undefined
  if (!found) throw new Unauthenticated("people.code.late")
  return found
}

/** Takes a two-step code or a recovery code, each once. @throws Unauthenticated people.code.wrong */
export async function takeCode(tx: Tx, keys: Keys, agentId: string, code: string): Promise<void> {
  const digits = code.replace(/\s/g, "")
  const taken = /^\d{6}$/.test(digits) ? await takeTotp(tx, keys, agentId, digits) : await takeRecoveryCode(tx, keys, agentId, code)
  if (!taken) throw new Unauthenticated("people.code.wrong")
}

async function takeTotp(tx: Tx, keys: Keys, agentId: string, code: string): Promise<boolean> {
  const secret = await readSecret(tx, keys, agentId, true)
  const counter = secret === null ? null : counterOf(secret, code, tx.now)
  if (counter === null) return false
  return advance(tx, agentId, counter)
}

/** The secret that an agent has confirmed, or is about to. */
export async function readSecret(tx: Tx, keys: Keys, agentId: string, confirmed: boolean): Promise<string | null> {
  const row = await tx.sql
    .withTables<PeopleTables>()
    .selectFrom("totp_secrets")
    .select(["sealed", "confirmed_at"])
    .where("agent_id", "=", agentId)
    .executeTakeFirst()
  if (!row || (row.confirmed_at !== null) !== confirmed) return null
  return openSecret(keys, `totp_secrets:${agentId}`, row.sealed)
}

/** A code's counter only goes up: whoever looked over the shoulder can't use it again, even in its own half minute. */
export async function advance(tx: Tx, agentId: string, counter: number): Promise<boolean> {
  const moved = await tx.sql
    .withTables<PeopleTables>()
    .updateTable("totp_secrets")
    .set({ last_counter: counter })
    .where("agent_id", "=", agentId)
    .where("last_counter", "<", counter)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

async function takeRecoveryCode(tx: Tx, keys: Keys, agentId: string, code: string): Promise<boolean> {
  const taken = await tx.sql
    .withTables<PeopleTables>()
    .updateTable("recovery_codes")
    .set({ used_at: tx.now })
    .where("agent_id", "=", agentId)
    .where("code_hash", "=", hashRecoveryCode(keys, agentId, code))
    .where("used_at", "is", null)
    .executeTakeFirst()
  if (taken.numUpdatedRows !== 1n) return false
  await tx.record({ kind: "agent.recovery-code-used", actor: `agent:${agentId}`, about: { agent: agentId }, audience: { agent: agentId } })
  return true
}
