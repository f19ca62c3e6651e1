import { Invalid, type Reader, type Tx } from "#platform"
import type { Actor } from "../actor.ts"
import type { Agent } from "../agents/find-agent.ts"
import { requirePerson } from "../rights.ts"
import { endSessionsOf } from "../sessions/end-session.ts"
import type { PeopleTables } from "../tables.ts"
import { COMMON_PASSWORDS } from "./common-passwords.ts"
import { voidSignInLinks } from "./sign-in-link.ts"

/** @throws Invalid with what would be right: not among the commonest, not one sign over and over, not the agent's own name or address */
export function refuseWeakPassword(password: string, agent: Pick<Agent, "email" | "name">): void {
  const plain = password.normalize("NFKC").toLowerCase()
  const own = [agent.email, agent.email?.split("@")[0], agent.name, agent.name.replaceAll(" ", "")]
    .filter((part) => part && part.length >= 4)
    .map((part) => part?.toLowerCase())
  const key =
    COMMON_PASSWORDS.has(plain) || new Set(plain).size < 4 ? "people.password.common" : own.includes(plain) ? "people.password.own" : null
  if (key) throw new Invalid("request.invalid", {}, [{ path: "next", key }])
}

/** Sets one's own password, already hashed. The agent's other sessions end, and links handed out before open nothing. */
export async function setPassword(actor: Actor, tx: Tx, passwordHash: string): Promise<void> {
  const { id, ref, session } = requirePerson(actor)
  await tx.sql.withTables<PeopleTables>().updateTable("agents").set({ password_hash: passwordHash }).where("id", "=", id).execute()
  await endSessionsOf(tx, id, ref, session)
  await voidSignInLinks(tx, id)
  await tx.record({ kind: "agent.password-set", actor: ref, about: { agent: id }, audience: { agent: id } })
}

/** What an agent's password is compared with, and under which address tries at it are counted. */
export async function passwordHashOf(reader: Reader, agentId: string): Promise<{ email: string | null; hash: string | null }> {
  const row = await reader.sql
    .withTables<PeopleTables>()
    .selectFrom("agents")
    .select(["email", "password_hash as hash"])
    .where("id", "=", agentId)
    .executeTakeFirst()
  return row ?? { email: null, hash: null }
}
