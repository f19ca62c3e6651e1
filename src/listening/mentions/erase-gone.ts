import { sql } from "kysely"
import type { Tx } from "#platform"
import { room, type Source } from "../tables.ts"
import { forgetMatches } from "./keep-matches.ts"
import { hashOfKey } from "./mention-row.ts"

/** Deleted at the source, by their keys. Gives the mentions that are gone now. */
export async function eraseGone(tx: Tx, { id: sourceId }: Pick<Source, "id">, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const hashes = [...new Set(keys)].map(hashOfKey)
  const named = await room(tx)
    .selectFrom("mentions")
    .select(["id", "gone_at"])
    .where("source_id", "=", sourceId)
    .where("key_hash", "in", hashes)
    .execute()
  if (named.length === 0) return []
  const ids = named.map(({ id }) => id)
  // What was out of sight with its account doesn't come back with it, nor with the accounts of those who had passed it on.
  await sql`
    delete from mention_hidden
     where source_id = ${sourceId} and (mention_id = any(${ids}::uuid[]) or held->>'repost_of' = any(${[...keys]}::text[]))`.execute(tx.sql)
  const there = named.flatMap(({ id, gone_at }) => (gone_at === null ? id : []))
  return eraseMentions(tx, sourceId, there)
}

/**
 * What was said and who said it go, from every figure, too, and from whoever passed it on in the same words; that it was deleted stays. Gives
 * those that weren't gone before.
 */
export async function eraseMentions(tx: Tx, sourceId: string, mentionIds: readonly string[]): Promise<string[]> {
  if (mentionIds.length === 0) return []
  const tables = room(tx)
  const passedOn = await repostsOf(tx, mentionIds)
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
    .where("id", "in", [...mentionIds, ...passedOn])
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

/** What passes these on and says nothing of its own. */
async function repostsOf(tx: Tx, mentionIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from mentions m
      join mentions r on r.source_id = m.source_id and r.repost_of = any(array[m.key, m.url])
     where m.id = any(${[...mentionIds]}::uuid[]) and m.repost_of is null and m.gone_at is null and r.gone_at is null
       and (r.text = m.text or exists (select from mention_versions v where v.mention_id = m.id and v.text = r.text))`.execute(tx.sql)
  return rows.map(({ id }) => id)
}
