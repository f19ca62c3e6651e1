import type { Tx } from "#platform"
import type { PeopleTables } from "../tables.ts"

/** Gives one of somebody's own passkeys another name; false when it isn't theirs. */
export async function renamePasskey(tx: Tx, person: { id: string; ref: string }, passkeyId: string, name: string): Promise<boolean> {
  const renamed = await tx.sql
    .withTables<PeopleTables>()
    .updateTable("passkeys")
    .set({ name })
    .where("id", "=", passkeyId)
    .where("agent_id", "=", person.id)
    .executeTakeFirst()
  if (renamed.numUpdatedRows === 0n) return false
  await tx.record({ kind: "agent.passkey-renamed", actor: person.ref, about: { agent: person.id }, audience: { agent: person.id } })
  return true
}
