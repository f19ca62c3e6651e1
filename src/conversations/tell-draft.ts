import { sql } from "kysely"
import type { Tx } from "#platform"
import type { DraftKind } from "./drafts.ts"

/** Tells an agent's own windows that there is a draft now, or no more; it is no concern of anybody else's. */
export async function tellDraft(
  tx: Tx,
  agentId: string,
  conversationId: string,
  kind: DraftKind,
  is: "opened" | "put-away",
): Promise<void> {
  const found = await sql<{ case_id: string | null }>`select case_id from conversations where id = ${conversationId}`.execute(tx.sql)
  const caseId = found.rows[0]?.case_id
  await tx.record({
    kind: `draft.${is}`,
    actor: `agent:${agentId}`,
    about: { conversation: conversationId, agent: agentId, ...(caseId ? { case: caseId } : {}) },
    audience: { agent: agentId },
    data: { kind },
  })
}
