import { sql } from "kysely"
import { Conflict, type Tx } from "#platform"

/**
 * Before an administrator stops being one: there must be another. The rows are held until the commit, so that two administrators who
 * demote each other at the same moment don't both succeed.
 * @throws Conflict people.lastAdmin
 */
export async function keepOneAdministrator(tx: Tx, agentId: string): Promise<void> {
  await sql`select id from agents where role = 'admin' order by id for update`.execute(tx.sql)
  const left = await sql<{ id: string }>`
    select id from agents a where role = 'admin' and not exists (select from agent_disablings d where d.agent_id = a.id)`.execute(tx.sql)
  if (left.rows.length === 1 && left.rows[0]?.id === agentId) throw new Conflict("people.lastAdmin")
}
