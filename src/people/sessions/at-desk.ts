import { sql } from "kysely"
import { MINUTE, type Reader } from "#platform"

/** How long after their last sign of life somebody counts as at their desk. */
const LATELY = 15 * MINUTE

/** Who of these agents is at their desk: signed in, and heard of lately. */
export async function agentsAtDesk(reader: Reader, agentIds: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ agent_id: string }>`
    select distinct agent_id from sessions
     where agent_id = any(${[...agentIds]}::uuid[]) and not second_step and expires_at > ${reader.now}
       and seen_at > ${new Date(reader.now.getTime() - LATELY)}`.execute(reader.sql)
  return new Set(found.rows.map(({ agent_id }) => agent_id))
}
