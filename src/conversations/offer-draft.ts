import type { Reader, Tx } from "#platform"
import { tellDraft } from "./tell-draft.ts"
import { OFFERED } from "./drafts.ts"
import { room } from "./tables.ts"

/** Puts the beginning of an answer before an agent who has begun none. Gives whether it was put there. */
export async function offerDraft(tx: Tx, agentId: string, conversationId: string, text: string): Promise<boolean> {
  const made = await room(tx)
    .insertInto("drafts")
    .values({
      agent_id: agentId,
      conversation_id: conversationId,
      kind: "reply",
      body: JSON.stringify({ text }),
      version: OFFERED,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("agent_id")
    .executeTakeFirst()
  if (made) await tellDraft(tx, agentId, conversationId, "reply", "opened")
  return made !== undefined
}

/** Takes such a beginning back, unless the agent has written since. Gives whether it was there still. */
export async function takeBackDraft(tx: Pick<Reader, "sql">, agentId: string, conversationId: string): Promise<boolean> {
  const gone = await room(tx)
    .deleteFrom("drafts")
    .where("agent_id", "=", agentId)
    .where("conversation_id", "=", conversationId)
    .where("kind", "=", "reply")
    .where("version", "=", OFFERED)
    .returning("agent_id")
    .executeTakeFirst()
  return gone !== undefined
}
