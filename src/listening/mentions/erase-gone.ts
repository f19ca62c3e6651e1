import type { Tx } from "#platform"
import { room, type Source } from "../tables.ts"
import { forgetMatches } from "./keep-matches.ts"
import { hashOfKey } from "./mention-row.ts"

/** Deleted at the source, by their keys. Gives the mentions that are gone now. */
export async function eraseGone(tx: Tx, { id: sourceId }: Pick<Source, "id">, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const hashes = [...new Set(keys)].map(hashOfKey)
  const named = room(tx).selectFrom("mentions").select("id").where("source_id", "=", sourceId).where("key_hash", "in", hashes)
  // What was out of sight with its account doesn't come back with it.
  await room(tx).deleteFrom("mention_hidden").where("mention_id", "in", named).execute()
  const rows = await named.where("gone_at", "is", null).execute()
  return eraseMentions(
    tx,
    sourceId,
    rows.map(({ id }) => id),
  )
}

/** What was said and who said it go, from every figure, too; that it was deleted stays. Gives those that weren't gone before. */
export async function eraseMentions(tx: Tx, sourceId: string, mentionIds: readonly string[]): Promise<string[]> {
  if (mentionIds.length === 0) return []
  const tables = room(tx)
  const erased = await tables
    .updateTable("mentions")
    .set({
      gone_at: tx.now,
      key: "",
      title: null,
      text: "",
      url: null,
      author_key: null,
      author_name: null,
      author_handle: null,
      author_url: null,
      author_followers: null,
      author_since: null,
      media: "[]",
      repost_of: null,
      reply_to: null,
    })
    .where("id", "in", [...mentionIds])
    .where("gone_at", "is", null)
    .returning("id")
    .execute()
  const ids = erased.map(({ id }) => id)
  if (ids.length === 0) return []
  await tables.deleteFrom("mention_versions").where("mention_id", "in", ids).execute()
  await tables.deleteFrom("mention_looks").where("mention_id", "in", ids).execute()
  await forgetMatches(tx, ids)
  await tables
    .insertInto("mention_gone")
    .values(ids.map((mention_id) => ({ mention_id, source_id: sourceId, at: tx.now })))
    .execute()
  return ids
}
