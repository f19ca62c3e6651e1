import { type PersonActor, requireRole } from "#people"
import { Conflict, type Tx } from "#platform"
import { accessConversation } from "./access.ts"
import { tellDraft } from "./tell-draft.ts"
import { type Draft, type DraftKind, firstVersion } from "./drafts.ts"
import { type DraftBody, room } from "./tables.ts"

/**
 * Keeps what an agent has typed. `version` is the one the agent's screen began from (0: none); when another screen has written since,
 * nothing is overwritten. @throws Conflict then.
 */
export async function writeDraft(
  actor: PersonActor,
  tx: Tx,
  conversationId: string,
  kind: DraftKind,
  body: DraftBody,
  version: number,
): Promise<Draft> {
  requireRole(actor, "agent")
  await accessConversation(actor, tx, conversationId)
  const tables = room(tx)
  const row =
    version === 0
      ? await tables
          .insertInto("drafts")
          .values({
            agent_id: actor.id,
            conversation_id: conversationId,
            kind,
            body: JSON.stringify(body),
            version: firstVersion(tx.now),
            updated_at: tx.now,
          })
          .onConflict((oc) => oc.doNothing())
          .returningAll()
          .executeTakeFirst()
      : await tables
          .updateTable("drafts")
          .set({ body: JSON.stringify(body), version: Math.max(version + 1, firstVersion(tx.now)), updated_at: tx.now })
          .where("agent_id", "=", actor.id)
          .where("conversation_id", "=", conversationId)
          .where("kind", "=", kind)
          .where("version", "=", version)
          .returningAll()
          .executeTakeFirst()
  if (!row) throw new Conflict("conversations.draft.elsewhere")
  if (version === 0) await tellDraft(tx, actor.id, conversationId, kind, "opened")
  return { ...row.body, version: row.version, updatedAt: row.updated_at }
}
