import type { Tx } from "#platform"
import { room, type Source } from "../tables.ts"
import { hashOfKey } from "./mention-row.ts"

/** Deleted at the source: what was said and who said it go, here too; that it was deleted stays. Gives the mentions that are gone now. */
export async function eraseGone(tx: Tx, { id: sourceId }: Pick<Source, "id">, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
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
    .where("source_id", "=", sourceId)
    .where("key_hash", "in", [...new Set(keys)].map(hashOfKey))
    .where("gone_at", "is", null)
    .returning("id")
    .execute()
  const ids = erased.map(({ id }) => id)
  if (ids.length === 0) return []
  await tables.deleteFrom("mention_versions").where("mention_id", "in", ids).execute()
  await tables
    .insertInto("mention_gone")
    .values(ids.map((mention_id) => ({ mention_id, source_id: sourceId, at: tx.now })))
    .execute()
  return ids
}
