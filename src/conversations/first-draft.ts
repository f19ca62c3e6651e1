import { type PersonActor, requireRole } from "#people"
import { Conflict, type Reader, type Tx } from "#platform"
import { type Draft, firstVersion } from "./drafts.ts"
import { type DraftBody, room } from "./tables.ts"

/** What the actor has begun to write to somebody who hasn't written. */
export async function readFirstDraft(actor: PersonActor, reader: Reader): Promise<Draft | null> {
  const row = await room(reader).selectFrom("first_drafts").selectAll().where("agent_id", "=", actor.id).executeTakeFirst()
  return row ? { ...row.body, version: row.version, updatedAt: row.updated_at } : null
}

/** Keeps it, over the version that the actor's screen began from (0: none). @throws Conflict when another screen has written since. */
export async function writeFirstDraft(actor: PersonActor, tx: Tx, body: DraftBody, version: number): Promise<Draft> {
  requireRole(actor, "agent")
  const now = { body: JSON.stringify(body), updated_at: tx.now }
  const first = firstVersion(tx.now)
  const row =
    version === 0
      ? await room(tx)
          .insertInto("first_drafts")
          .values({ agent_id: actor.id, version: first, ...now })
          .onConflict((oc) => oc.doNothing())
          .returningAll()
          .executeTakeFirst()
      : await room(tx)
          .updateTable("first_drafts")
          .set({ version: Math.max(version + 1, first), ...now })
          .where("agent_id", "=", actor.id)
          .where("version", "=", version)
          .returningAll()
          .executeTakeFirst()
  if (!row) throw new Conflict("conversations.draft.elsewhere")
  return { ...row.body, version: row.version, updatedAt: row.updated_at }
}

export async function removeFirstDraft(actor: PersonActor, tx: Tx): Promise<void> {
  requireRole(actor, "agent")
  await room(tx).deleteFrom("first_drafts").where("agent_id", "=", actor.id).execute()
}
