import type { Reader } from "#platform"
import type { Findable } from "./for-search.ts"
import { room } from "./tables.ts"

export async function noteForSearch(
  reader: Reader,
  noteId: string,
): Promise<(Pick<Findable, "id" | "conversationId" | "caseId" | "at" | "text"> & { agentId: string | null }) | null> {
  const found = await room(reader)
    .selectFrom("notes as n")
    .innerJoin("conversations as c", "c.id", "n.conversation_id")
    .select(["n.id", "n.conversation_id", "n.at", "n.text", "n.agent_id", "c.case_id"])
    .where("n.id", "=", noteId)
    .executeTakeFirst()
  return found
    ? {
        id: found.id,
        conversationId: found.conversation_id,
        caseId: found.case_id,
        at: found.at,
        text: found.text,
        agentId: found.agent_id,
      }
    : null
}
