import type { Actor } from "#people"
import { Invalid, newId, type Tx } from "#platform"
import { accessCase, holdCase } from "../access-case.ts"
import { changeStatus, standardStatus } from "../change-status.ts"
import { recordOf } from "../record.ts"
import { refreshCase } from "../refresh-case.ts"
import { type CaseRow, type Category, type MergeAdded, room } from "../tables.ts"
import { holdConversations } from "./hold-conversations.ts"
import { moveConversation } from "./move-conversation.ts"

export interface Merged {
  mergeId: string
  kept: CaseRow
}

/**
 * Puts one case into another: its conversations move, its promises, decisions and history are shown in the kept one, its number leads
 * there. Its own row stays as it was, so that undoing gives it back. A customer who waits goes on waiting, and opens the kept case.
 */
export async function mergeCases(actor: Actor, tx: Tx, caseId: string, intoId: string): Promise<Merged> {
  const ids = [(await accessCase(actor, tx, caseId)).id, (await accessCase(actor, tx, intoId)).id] as const
  if (ids[0] === ids[1]) throw new Invalid("request.invalid", {}, [{ path: "into", key: "cases.merge.itself" }])
  const conversations = await holdConversations(tx, ids[0])
  const held = new Map<string, CaseRow>()
  for (const id of ids.toSorted()) held.set(id, await holdCase(actor, tx, id))
  const [merged, kept] = [held.get(ids[0])!, held.get(ids[1])!]
  for (const { id } of conversations) await moveConversation(tx, id, kept.id)
  await room(tx).updateTable("cases").set({ merged_into: kept.id }).where("id", "=", merged.id).execute()
  const added = await addTo(actor, tx, kept, merged)
  const mergeId = newId(tx.now)
  await room(tx)
    .insertInto("case_merges")
    .values({
      id: mergeId,
      kept_id: kept.id,
      merged_id: merged.id,
      conversation_ids: conversations.map(({ id }) => id),
      before: JSON.stringify(added),
      by_actor: actor.ref,
      at: tx.now,
      undone_by: null,
      undone_at: null,
    })
    .execute()
  const fresh = await refreshCase(tx, kept.id)
  await recordOf(tx, actor.ref, "case.merged", fresh, {
    merge: mergeId,
    merged: merged.id,
    conversations: conversations.map(({ id }) => id),
  })
  return { mergeId, kept: fresh }
}

const WOKEN: readonly Category[] = ["waiting", "snoozed", "resolved"]

async function addTo(actor: Actor, tx: Tx, kept: CaseRow, merged: CaseRow): Promise<MergeAdded> {
  const tags = merged.tags.filter((tag) => !kept.tags.includes(tag))
  const followers = merged.followers.filter((id) => !kept.followers.includes(id))
  await room(tx)
    .updateTable("cases")
    .set({ tags: [...kept.tags, ...tags], followers: [...kept.followers, ...followers] })
    .where("id", "=", kept.id)
    .execute()
  if (merged.waiting_since === null || !WOKEN.includes(kept.category)) return { tags, followers, statusChange: null, snooze: null }
  const snoozed = await room(tx).selectFrom("snoozes").selectAll().where("case_id", "=", kept.id).executeTakeFirst()
  const statusChange = await changeStatus(tx, kept, await standardStatus(tx, "open"), { by: actor.ref, kind: "case.reopened" })
  const snooze = snoozed
    ? { until: snoozed.until.toISOString(), was_status: snoozed.was_status, by_actor: snoozed.by_actor, at: snoozed.at.toISOString() }
    : null
  return { tags, followers, statusChange, snooze }
}
