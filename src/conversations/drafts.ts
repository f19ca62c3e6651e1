import { type PersonActor, requireRole } from "#people"
import type { Reader, Tx } from "#platform"
import { accessConversation } from "./access.ts"
import { tellDraft } from "./tell-draft.ts"
import { room, type DraftBody } from "./tables.ts"

/** Of a beginning that was put before an agent, who hasn't written since. */
export const OFFERED = 1

/** The version of a draft that is begun now: no earlier draft of the same place had it, whatever a screen remembers. */
export const firstVersion = (now: Date): number => Math.floor(now.getTime() / 1000)

export type DraftKind = "reply" | "note"

export interface Draft extends DraftBody {
  version: number
  updatedAt: Date
}

export async function readDraft(actor: PersonActor, reader: Reader, conversationId: string, kind: DraftKind): Promise<Draft | null> {
  await accessConversation(actor, reader, conversationId)
  const row = await room(reader)
    .selectFrom("drafts")
    .selectAll()
    .where("agent_id", "=", actor.id)
    .where("conversation_id", "=", conversationId)
    .where("kind", "=", kind)
    .executeTakeFirst()
  return row ? { ...row.body, version: row.version, updatedAt: row.updated_at } : null
}

export async function removeDraft(actor: PersonActor, tx: Tx, conversationId: string, kind: DraftKind): Promise<void> {
  requireRole(actor, "agent")
  const gone = await room(tx)
    .deleteFrom("drafts")
    .where("agent_id", "=", actor.id)
    .where("conversation_id", "=", conversationId)
    .where("kind", "=", kind)
    .executeTakeFirst()
  if (gone.numDeletedRows) await tellDraft(tx, actor.id, conversationId, kind, "put-away")
}
