import type { Reader } from "#platform"
import type { PeopleTables, Proof } from "../tables.ts"
import { IDLE } from "./session-cookie.ts"

export interface Session {
  id: string
  proof: Proof
  userAgent: string
  network: string
  createdAt: Date
  seenAt: Date
}

/** An agent's live sessions, the last used first. */
export async function sessionsOf(reader: Reader, agentId: string): Promise<Session[]> {
  const rows = await reader.sql
    .withTables<PeopleTables>()
    .selectFrom("sessions")
    .select(["id", "proof", "user_agent as userAgent", "network", "created_at as createdAt", "seen_at as seenAt"])
    .where("agent_id", "=", agentId)
    .where("second_step", "=", false)
    .where("expires_at", ">", reader.now)
    .where("seen_at", ">", new Date(reader.now.getTime() - IDLE))
    .orderBy("seen_at", "desc")
    .orderBy("id", "desc")
    .limit(200)
    .execute()
  return rows
}
