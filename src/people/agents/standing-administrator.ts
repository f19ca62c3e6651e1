import { sql } from "kysely"
import type { Reader } from "#platform"
import { readAgents } from "./find-agent.ts"

/** The administrator who has been there longest: whoever runs the machine can always come in as them. Null when there is none. */
export async function standingAdministrator(reader: Reader): Promise<{ agentId: string } | null> {
  const admins = await readAgents(reader, sql`where a.role = 'admin' order by a.id`)
  const standing = admins.find((agent) => !agent.disabled)
  return standing ? { agentId: standing.id } : null
}
