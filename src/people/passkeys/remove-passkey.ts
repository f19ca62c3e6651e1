import type { Tx } from "#platform"
import type { PeopleTables } from "../tables.ts"

/** Forgets one of somebody's own passkeys; false when it isn't theirs. */
export async function removePasskey(tx: Tx, person: { id: string; ref: string }, passkeyId: string): Promise<boolean> {
  const removed = await tx.sql
    .withTables<PeopleTables>()
    .deleteFrom("passkeys")
    .where("id", "=", passkeyId)
    .where("agent_id", "=", person.id)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) return false
  await tx.record({ kind: "agent.passkey-removed", actor: person.ref, about: { agent: person.id }, audience: { agent: person.id } })
  return true
}
