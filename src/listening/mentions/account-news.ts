import { sql } from "kysely"
import type { Reader, Tx } from "#platform"
import type { AccountNews } from "../sources/source.ts"
import { type Mention, room, type Source } from "../tables.ts"
import { eraseMentions } from "./erase-gone.ts"
import { personOf } from "./mention-row.ts"

const NOBODY = { gone: [], hidden: [], back: [] }

function byNews(news: readonly AccountNews[]): Record<"gone" | "hidden" | "back", string[]> {
  const keysOf = (what: AccountNews["what"]) => news.flatMap((one) => (one.what === what ? one.key : []))
  return news.length === 0 ? NOBODY : { gone: keysOf("gone"), hidden: keysOf("hidden"), back: keysOf("back") }
}

/** What accounts that are back had said, as it was when they were switched off; what they had passed on, where that still stands. */
export async function returningOf(reader: Reader, sourceId: string, news: readonly AccountNews[]): Promise<Mention[]> {
  const { back } = byNews(news)
  if (back.length === 0) return []
  const { rows } = await sql<Mention>`
    select was.* from mention_hidden h cross join lateral jsonb_populate_record(null::mentions, h.held) was
     where h.source_id = ${sourceId} and h.author_key = any(${back}::text[])
       and (was.repost_of is null or exists (
         select from mentions o where o.source_id = h.source_id and o.gone_at is null
            and o.key_hash = left(encode(sha256(convert_to(was.repost_of, 'UTF8')), 'hex'), 32)::uuid))`.execute(reader.sql)
  return rows
}

/**
 * What deleted accounts said goes, as if each of it had been deleted. Of those that are switched off it goes as well, but is kept where nobody
 * sees it. Gives the mentions that are gone now.
 */
export async function loseAccounts(tx: Tx, { id: sourceId, kind }: Source, news: readonly AccountNews[]): Promise<string[]> {
  const { gone, hidden } = byNews(news)
  if (gone.length > 0)
    await room(tx).deleteFrom("mention_hidden").where("source_id", "=", sourceId).where("author_key", "in", gone).execute()
  const keys = [...gone, ...hidden]
  if (keys.length === 0) return []
  const said = await room(tx)
    .selectFrom("mentions")
    .select(["id", "author_key"])
    .where(
      "person",
      "in",
      keys.map((key) => personOf(kind, key, "")),
    )
    .where("author_key", "in", keys)
    .where("source_id", "=", sourceId)
    .where("gone_at", "is", null)
    .execute()
  const kept = said.filter(({ author_key }) => author_key !== null && hidden.includes(author_key)).map(({ id }) => id)
  await sql`
    insert into mention_hidden (mention_id, source_id, author_key, at, held, versions)
    select m.id, m.source_id, m.author_key, ${tx.now}, to_jsonb(m),
           coalesce((select jsonb_agg(to_jsonb(v)) from mention_versions v where v.mention_id = m.id), '[]')
      from mentions m where m.id = any(${kept}::uuid[])`.execute(tx.sql)
  return eraseMentions(
    tx,
    sourceId,
    said.map(({ id }) => id),
  )
}

/** Shows again what accounts that are back had said. */
export async function bringBack(tx: Tx, mentionIds: readonly string[]): Promise<string[]> {
  if (mentionIds.length === 0) return []
  const ids = sql`${[...mentionIds]}::uuid[]`
  const { rows } = await sql<{ id: string }>`
    update mentions m set gone_at = null, key = was.key, title = was.title, text = was.text, url = was.url, author_key = was.author_key,
           author_name = was.author_name, author_handle = was.author_handle, author_url = was.author_url,
           author_followers = was.author_followers, author_since = was.author_since, media = was.media, repost_of = was.repost_of,
           reply_to = was.reply_to
      from mention_hidden h cross join lateral jsonb_populate_record(null::mentions, h.held) was
     where h.mention_id = m.id and m.id = any(${ids}) returning m.id`.execute(tx.sql)
  await sql`
    insert into mention_versions (mention_id, version, title, text, seen_at)
    select v.mention_id, v.version, v.title, v.text, v.seen_at
      from mention_hidden h cross join lateral jsonb_populate_recordset(null::mention_versions, h.versions) v
     where h.mention_id = any(${ids})`.execute(tx.sql)
  const back = rows.map(({ id }) => id)
  if (back.length === 0) return []
  await room(tx).deleteFrom("mention_hidden").where("mention_id", "in", back).execute()
  await room(tx).deleteFrom("mention_gone").where("mention_id", "in", back).execute()
  return back
}
