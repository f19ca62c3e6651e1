import type { Reader } from "#platform"
import type { PeopleTables } from "../tables.ts"

/** An agent's passkeys, oldest first. */
export async function passkeysOf(
  reader: Reader,
  agentId: string,
): Promise<{ id: string; name: string; createdAt: Date; usedAt: Date | null }[]> {
  return reader.sql
    .withTables<PeopleTables>()
    .selectFrom("passkeys")
    .select(["id", "name", "created_at as createdAt", "used_at as usedAt"])
    .where("agent_id", "=", agentId)
    .orderBy("created_at")
    .orderBy("id")
    .execute()
}
