import type { Tx } from "#platform"
import type { InboxRights } from "../actor.ts"
import type { PeopleTables } from "../tables.ts"

/** Sets which inboxes an agent may see, in place of what was set before. */
export async function setInboxes(tx: Tx, agentId: string, inboxes: InboxRights): Promise<void> {
  const tables = tx.sql.withTables<PeopleTables>()
  await tables
    .updateTable("agents")
    .set({ every_inbox: inboxes === "every" })
    .where("id", "=", agentId)
    .execute()
  await tables.deleteFrom("agent_inboxes").where("agent_id", "=", agentId).execute()
  if (inboxes === "every" || inboxes.length === 0) return
  const rows = [...new Set(inboxes)].map((inbox_id) => ({ agent_id: agentId, inbox_id }))
  await tables.insertInto("agent_inboxes").values(rows).execute()
}
