import { HOUR, MINUTE, type Reader, type Tx, Unauthenticated } from "#platform"
import { hashSecret, randomSecret } from "../secrets.ts"
import type { PeopleTables } from "../tables.ts"

/** How long a link is good: printed by the house or handed over by an administrator, and mailed. */
export const PRINTED_LINK = 24 * HOUR
export const MAILED_LINK = 15 * MINUTE

/** A link that signs this agent in, once. Gives the token; only its hash is kept. */
export async function issueSignInLink(tx: Tx, agentId: string, lifetime: number = PRINTED_LINK): Promise<string> {
  const token = randomSecret()
  await tx.sql
    .withTables<PeopleTables>()
    .insertInto("sign_in_links")
    .values({ token_hash: hashSecret(token), agent_id: agentId, expires_at: new Date(tx.now.getTime() + lifetime) })
    .execute()
  return token
}

/** Whose link it is, if it is still good. Looking doesn't use it: mail scanners open links. */
export async function findSignInLink(reader: Reader, token: string): Promise<{ agentId: string; hasAddress: boolean } | null> {
  const found = await reader.sql
    .withTables<PeopleTables>()
    .selectFrom("sign_in_links as l")
    .innerJoin("agents as a", "a.id", "l.agent_id")
    .leftJoin("agent_disablings as d", "d.agent_id", "a.id")
    .select(["a.id", "a.email"])
    .where("l.token_hash", "=", hashSecret(token))
    .where("l.used_at", "is", null)
    .where("l.expires_at", ">", reader.now)
    .where("d.agent_id", "is", null)
    .executeTakeFirst()
  return found ? { agentId: found.id, hasAddress: found.email !== null } : null
}

/** Uses a link: it and the agent's other links are good no more. @throws Unauthenticated people.link.spent */
export async function useSignInLink(tx: Tx, token: string): Promise<{ agentId: string }> {
  const tables = tx.sql.withTables<PeopleTables>()
  const used = await tables
    .updateTable("sign_in_links")
    .set({ used_at: tx.now })
    .where("token_hash", "=", hashSecret(token))
    .where("used_at", "is", null)
    .where("expires_at", ">", tx.now)
    .returning("agent_id")
    .executeTakeFirst()
  if (!used) throw new Unauthenticated("people.link.spent")
  await voidSignInLinks(tx, used.agent_id)
  return { agentId: used.agent_id }
}

/** No link handed out so far signs this agent in. */
export async function voidSignInLinks(tx: Tx, agentId: string): Promise<void> {
  await tx.sql.withTables<PeopleTables>().deleteFrom("sign_in_links").where("agent_id", "=", agentId).where("used_at", "is", null).execute()
}
